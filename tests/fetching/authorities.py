"""A time-stamping authority of the tests' own: certificates made here, answers signed here, on a server of this machine."""

import datetime as dt
import hashlib
from http.server import BaseHTTPRequestHandler

from asn1crypto import algos, cms, core, tsp, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from sites import Page

MADE = dt.datetime(2016, 1, 1, tzinfo=dt.UTC)
NOW = dt.datetime(2016, 10, 12, 9, 0, tzinfo=dt.UTC)
Key = rsa.RSAPrivateKey
YEARS = dt.timedelta(days=7_000)


def _name(words: str) -> certificates.Name:
    return certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, words)])


def _certificate(whose: tuple[str, Key], by: tuple[str, Key], for_stamps: bool = False) -> certificates.Certificate:
    made = (
        certificates.CertificateBuilder()
        .subject_name(_name(whose[0]))
        .issuer_name(_name(by[0]))
        .public_key(whose[1].public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(MADE)
        .not_valid_after(MADE + YEARS)
        .add_extension(certificates.BasicConstraints(ca=not for_stamps, path_length=None), critical=True)
    )
    if for_stamps:
        usage = certificates.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        made = made.add_extension(usage, critical=True)
    return made.sign(by[1], hashes.SHA256())


def _loaded(one: certificates.Certificate) -> x509.Certificate:
    return x509.Certificate.load(one.public_bytes(serialization.Encoding.DER))


class Authority:
    """One authority, the one above it, and their root; `page` answers as such a server does."""

    def __init__(self) -> None:
        root, middle, self._key = (rsa.generate_private_key(65537, 2048) for _ in range(3))
        self.root = _certificate(("Racine", root), ("Racine", root))
        self._between = _certificate(("Autorité", middle), ("Racine", root))
        self._own = _certificate(("Horodateur", self._key), ("Autorité", middle), for_stamps=True)
        self.asked: list[bytes] = []

    @property
    def pem(self) -> bytes:
        """The root's certificate."""
        return self.root.public_bytes(serialization.Encoding.PEM)

    def answer(self, asked: bytes) -> bytes:
        """The signed answer to a request."""
        request = tsp.TimeStampReq.load(asked)
        self.asked.append(request["message_imprint"]["hashed_message"].native)
        told = tsp.TSTInfo({
            "version": "v1", "policy": "1.2.3.4", "message_imprint": request["message_imprint"], "serial_number": 7,
            "gen_time": NOW, "nonce": request["nonce"],
        })  # fmt: skip
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": self._signed(told)}).dump()

    def _signed(self, told: tsp.TSTInfo) -> cms.ContentInfo:
        own = _loaded(self._own)
        attributes = self._attributes(told.dump(), own)
        signature = self._key.sign(attributes.dump(), padding.PKCS1v15(), hashes.SHA256())
        sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
        serial = cms.IssuerAndSerialNumber({"issuer": own.issuer, "serial_number": own.serial_number})
        signer = cms.SignerInfo({
            "version": "v1", "sid": {"issuer_and_serial_number": serial}, "digest_algorithm": sha256,
            "signed_attrs": attributes, "signature_algorithm": {"algorithm": "sha256_rsa"}, "signature": signature,
        })  # fmt: skip
        signed = cms.SignedData({
            "version": "v3", "digest_algorithms": [sha256], "certificates": [own, _loaded(self._between)], "signer_infos": [signer],
            "encap_content_info": {"content_type": "tst_info", "content": core.ParsableOctetString(told.dump())},
        })  # fmt: skip
        return cms.ContentInfo({"content_type": "signed_data", "content": signed})

    def _attributes(self, told: bytes, own: x509.Certificate) -> cms.CMSAttributes:
        whose = tsp.SigningCertificateV2({"certs": [{"cert_hash": hashlib.sha256(own.dump()).digest()}]})
        return cms.CMSAttributes([
            cms.CMSAttribute({"type": "content_type", "values": ["tst_info"]}),
            cms.CMSAttribute({"type": "message_digest", "values": [hashlib.sha256(told).digest()]}),
            cms.CMSAttribute({"type": "signing_certificate_v2", "values": [whose]}),
        ])  # fmt: skip

    @property
    def page(self) -> Page:
        """The page at which it is asked."""

        def posted(handler: BaseHTTPRequestHandler) -> None:
            assert handler.headers["Content-Type"] == "application/timestamp-query"
            body = self.answer(handler.body)  # type: ignore[attr-defined]
            handler.send_response(200)
            handler.send_header("Content-Type", "application/timestamp-reply")
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        return posted
