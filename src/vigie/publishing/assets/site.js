// Filters whose state is the address after "#", the list drawn from data/index.*.js, and keys. Text is only ever set as
// textContent, so nothing that came from a document can become markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const PAGE = 100;
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  function keys() {
    const rows = () => [...document.querySelectorAll(".rows > .row, tr.go, .claim")];
    let at = -1;
    const go = (step) => {
      const all = rows();
      if (!all.length) return;
      at = Math.max(0, Math.min(all.length - 1, at + step));
      document.querySelector(".current")?.classList.remove("current");
      all[at].classList.add("current");
      const target = all[at].querySelector("a[href]:not([href^='#'])") || all[at];
      target.focus({ preventScroll: true });
      all[at].scrollIntoView({ block: "nearest" });
    };
    const follow = (selector) => document.querySelector(selector)?.click();
    const does = {
      j: () => go(1), k: () => go(-1), "/": () => document.querySelector("input[type=search]")?.focus(),
      u: () => follow("#back"), n: () => follow("a[rel=next]"), p: () => follow("a[rel=prev]"),
    };
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, select, textarea");
      if (event.key === "Escape" && typing) return event.target.blur();
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !does[event.key]) return;
      event.preventDefault();
      does[event.key]();
    });
  }

  function marks() {
    document.querySelectorAll(".margin li[id^='n-']").forEach((item) => {
      const number = item.id.slice(2);
      const own = [...document.querySelectorAll("mark[data-claims]")].filter((mark) => mark.dataset.claims.split(" ").includes(number));
      const light = (on) => own.forEach((mark) => mark.classList.toggle("lit", on));
      for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
        item.addEventListener(name, () => light(on));
    });
    // Back to the list as it was filtered.
    const back = byId("back");
    try {
      const kept = sessionStorage.getItem("vigie-filters");
      if (back && kept && back.getAttribute("href").endsWith("index.html")) back.setAttribute("href", back.getAttribute("href") + kept);
    } catch { /* a browser may keep nothing for files */ }
  }

  // Draws the time line again: bars as high as there are rows in them, on the scale of the whole topic.
  function timeline() {
    const HEIGHT = 92, LONGEST = 31, texts = byId("texts").dataset;
    const bars = [...document.querySelectorAll(".bar[data-start]")].map((bar) => ({ bar, start: bar.dataset.start, end: bar.dataset.end }));
    const at = (day) => {
      let low = 0, high = bars.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (bars[middle].start <= day) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    const counts = (rows) => {
      const found = bars.map(() => [0, 0]);
      for (const row of rows)
        if (row.start && row.days <= LONGEST) {
          const own = found[at(row.start)];
          own[0] += 1;
          own[1] += row.disputed ? 1 : 0;
        }
      return found;
    };
    const tall = (rect, share) => {
      rect.setAttribute("height", share * HEIGHT);
      rect.setAttribute("y", (1 - share) * HEIGHT);
    };
    return (rows, whole) => {
      if (!bars.length) return;
      const told = { long: rows.filter((row) => row.days > LONGEST).length, undated: rows.filter((row) => !row.start).length };
      for (const [id, count] of Object.entries(told)) {
        byId(id).textContent = count;
        byId(id).parentElement.hidden = !count;
      }
      const most = Math.max(1, ...counts(whole).map((one) => one[0]));
      counts(rows).forEach(([count, disputed], n) => {
        const { bar } = bars[n], said = `${bar.dataset.caption} : ${count}`;
        bar.classList.toggle("none", !count);
        bar.setAttribute("aria-label", said);
        bar.querySelector("title").textContent = disputed ? `${said} (${texts.contradictory} : ${disputed})` : said;
        tall(bar.querySelector(".all"), count / most);
        tall(bar.querySelector(".warn"), disputed / most);
      });
    };
  }

  function list(index) {
    const form = byId("filters"), rows = byId("rows"), more = byId("more"), texts = byId("texts").dataset;
    const model = byId("row").content.firstElementChild, base = document.documentElement.dataset.base;
    const all = index.rows.map((r, number) => ({
      number, page: r[0], kind: r[1], title: r[2], type: index.types[r[3]], place: r[4], day: r[5], start: r[6], end: r[7],
      figures: r[8].map(([n, text]) => [...index.outcomes[n], text]), claimants: r[9].map((n) => index.claimants[n]),
      actors: r[10].map((n) => index.actors[n]), disputed: r[11], claims: r[12], coarse: r[14], quote: r[15], killed: r[16],
      outcomes: r[17].map((n) => index.outcomes[n][0]), parties: r[18].map((n) => index.actors[n]),
      topic: r[19], spot: r[20], realis: r[21], days: (Date.parse(r[7]) - Date.parse(r[6])) / 864e5 + 1,
    }));
    const maps = window.vigieMaps(texts), bars = timeline();
    for (const one of all) one.at = plain(one.place);
    for (const one of all)
      one.words = plain([one.title, one.place, one.quote, ...one.claimants.flat(), ...one.actors.flat(), ...one.parties.flat()].join(" "));
    const orders = {
      oldest: (a, b) => (a.start || "9999").localeCompare(b.start || "9999"),
      killed: (a, b) => b.killed - a.killed, claims: (a, b) => b.claims - a.claims,
    };
    let found = all, shown = 0;

    const state = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
    // A place by its whole name, with or without its province; by a part of it where no place has that name.
    const near = (name) => {
      const asked = plain(name).trim(), is = (one) => one.at === asked || one.at.startsWith(`${asked} (`);
      return all.some(is) ? is : (one) => one.at.includes(asked);
    };
    const has = (pairs, id) => pairs.some(([one]) => one === id);
    const fits = (one, s, wanted) =>
      (!s.type || one.type === s.type) && (!s.place || wanted.place(one)) &&
      (!s.outcome || one.outcomes.includes(s.outcome)) && (!s.claimant || has(one.claimants, s.claimant)) &&
      (!s.actor || has(one.actors, s.actor)) && (!s.disputed || one.disputed > 0) &&
      (!s.from || (one.end && one.end >= s.from)) && (!s.to || (one.start && one.start <= s.to)) &&
      wanted.words.every((word) => one.words.includes(word));

    function chip(parent, name, kind, before) {
      const made = document.createElement("span");
      made.className = kind;
      if (before) {
        const said = document.createElement("small");
        said.textContent = before;
        made.append(said, " ");
      }
      made.append(name);
      parent.append(made);
    }
    function badge(parent, text, warn) {
      const made = document.createElement("span");
      made.className = warn ? "badge warn" : "badge";
      made.textContent = text;
      parent.append(made);
    }
    function draw(one) {
      const row = model.cloneNode(true), part = (selector) => row.querySelector(selector);
      row.className = one.disputed ? "row disputed" : "row";
      row.dataset.page = one.page;
      part("time").textContent = one.day;
      part("time").dateTime = one.start;
      part(".what > a").textContent = one.title;
      part(".what > a").href = base + one.page;
      part(".quote").textContent = one.quote ? `«\u00a0${one.quote}\u00a0»` : "";
      for (const [, name] of one.claimants) chip(part(".who"), name, "chip", texts.said);
      for (const [, name] of one.parties) chip(part(".who"), name, "chip party", "");
      for (const [, name] of one.actors) chip(part(".who"), name, "chip actor", texts.blamed);
      for (const [id, name, text] of one.figures) {
        const line = document.createElement("p"), strong = document.createElement("strong");
        line.className = `figure ${id}`;
        strong.textContent = text;
        line.append(strong, ` ${name}`);
        part(".much").insertBefore(line, part(".meta"));
      }
      if (one.kind === "summary" || one.kind === "state") badge(part(".meta"), texts[one.kind], false);
      if (one.realis === "planned" || one.realis === "denied") badge(part(".meta"), texts[one.realis], false);
      if (one.disputed) badge(part(".meta"), texts.disputed, true);
      if (one.coarse) badge(part(".meta"), texts.coarse, false);
      return row;
    }
    function add() {
      rows.append(...found.slice(shown, shown + PAGE).map(draw));
      shown = Math.min(found.length, shown + PAGE);
      more.hidden = shown >= found.length;
    }
    function apply(write) {
      const s = state();
      const wanted = { place: near(s.place || ""), words: plain(s.text || "").split(/\s+/).filter(Boolean) };
      const topic = s.topic || "violence", within = (one) => topic === "all" || one.topic === topic;
      const pool = all.filter((one) => fits(one, s, wanted)), whole = all.filter(within);
      found = pool.filter(within);
      if (orders[s.order]) found.sort((a, b) => orders[s.order](a, b) || a.number - b.number);
      rows.replaceChildren();
      shown = 0;
      add();
      if (!found.length) {
        const none = document.createElement("li");
        none.className = "empty";
        none.textContent = pool.length ? `${texts.none} ${texts.elsewhere}` : texts.none;
        rows.append(none);
      }
      byId("found").textContent = `${found.length} ${texts.of} ${whole.length} ${texts[topic]}`;
      for (const tab of form.querySelectorAll("[data-topic]")) {
        const own = tab.dataset.topic || "violence";
        tab.textContent = own === "all" ? pool.length : pool.filter((one) => one.topic === own).length;
      }
      byId("reset").hidden = !Object.keys(s).length;
      maps(found);
      bars(found, whole);
      const hash = new URLSearchParams(s).toString();
      if (write) history.replaceState(null, "", hash ? `#${hash}` : "#");
      try { sessionStorage.setItem("vigie-filters", hash ? `#${hash}` : ""); } catch { /* see above */ }
      document.querySelector(".lang").hash = hash;
    }
    // The rows as they are listed, in one file. A cell that a spreadsheet would run is kept as text, as in downloads.py.
    function take() {
      const cell = (value) => `"${String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
      const named = (pairs) => pairs.map(([, name]) => name).join("; ");
      const head = ["status", "page", "kind", "topic", "title", "type", "first_day", "last_day", "place", "figures", "said_by", "held_responsible", "contradictions", "claims", "quote"];
      const lines = found.map((one) => [
        texts.status, one.page, one.kind, one.topic, one.title, one.type, one.start, one.end, one.place,
        one.figures.map(([, name, text]) => `${text} ${name}`).join("; "), named(one.claimants), named(one.actors), one.disputed, one.claims, one.quote,
      ]);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([`\ufeff${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv" }));
      link.download = "vigie.csv";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }
    function read() {
      const wanted = new URLSearchParams(location.hash.slice(1));
      for (const field of form.elements)
        if (field.name) {
          if (field.type === "checkbox") field.checked = wanted.has(field.name);
          else if (field.type === "radio") field.checked = (wanted.get(field.name) ?? "") === field.value;
          else field.value = wanted.get(field.name) ?? "";
        }
      apply(false);
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => apply(true));
    form.addEventListener("reset", () => setTimeout(() => apply(true)));
    more.addEventListener("click", add);
    byId("take").addEventListener("click", take);
    window.addEventListener("hashchange", read);
    // A bar of the time line or a place of a map narrows what is asked for, and leaves the other filters.
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[data-place], a.bar");
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      for (const [name, value] of new URLSearchParams(link.getAttribute("href").slice(1))) if (form.elements[name]) form.elements[name].value = value;
      event.preventDefault();
      apply(true);
    });
    form.hidden = false;
    if (window.matchMedia("(max-width: 60rem)").matches) form.querySelector("details").open = false;
    byId("pager")?.remove();
    read();
  }

  document.addEventListener("DOMContentLoaded", () => {
    keys();
    marks();
    if (window.vigieIndex && byId("filters")) list(window.vigieIndex);
  });
})();
