"""The database itself refuses to alter or delete an entry of the journal."""

from typing import Any

from django.db import migrations

_SQLITE = """
CREATE TRIGGER journal_no_{name} BEFORE {event} ON record_journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
_POSTGRESQL = (
    "CREATE FUNCTION record_journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
    "CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON record_journal "
    "FOR EACH ROW EXECUTE FUNCTION record_journal_refuse()",
)


def _guard(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        for statement in _POSTGRESQL:
            editor.execute(statement)
        return
    for event in ("UPDATE", "DELETE"):
        editor.execute(_SQLITE.format(name=event.lower(), event=event))


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(_guard, migrations.RunPython.noop)]
