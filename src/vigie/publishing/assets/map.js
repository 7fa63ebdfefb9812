// Maps that can be moved and drawn closer, without any library: the picture is the server's SVG, only its window
// (viewBox) and the size of its marks change. Text is only ever set as textContent.
"use strict";
(() => {
  const NS = "http://www.w3.org/2000/svg";
  const LABELS = 14, CLOSEST = 16, STEP = 1.5, TOLD = 3;
  // The sizes of maps.py.
  const dotOf = (count) => Math.min(11, 2.2 + 1.1 * Math.sqrt(count));
  const number = (element, name) => Number(element.getAttribute(name));

  function plate(figure, texts) {
    const svg = figure.querySelector("svg.map"), tip = figure.querySelector(".tip");
    const names = svg.querySelector(".names"), scale = svg.querySelector(".scale");
    const home = svg.getAttribute("viewBox").split(" ").map(Number);
    const bar = scale.querySelector("path"), km = parseFloat(scale.textContent);
    const pixels = Number(/h([\d.]+)/.exec(bar.getAttribute("d"))[1]);
    const spots = [...svg.querySelectorAll("a.spot")].map((link) => {
      const dot = link.querySelector(".dot");
      return { link, dot, x: number(dot, "cx"), y: number(dot, "cy"), name: link.dataset.place, rows: [] };
    });
    let view = [...home];
    const zoom = () => view[2] / home[2];

    function labels() {
      const z = zoom(), taken = [];
      names.replaceChildren();
      const inside = (s) => s.x >= view[0] && s.x <= view[0] + view[2] && s.y >= view[1] && s.y <= view[1] + view[3];
      const said = new Set();
      for (const spot of spots.filter((s) => s.rows.length && s.name && inside(s)).sort((a, b) => b.rows.length - a.rows.length)) {
        if (taken.length >= LABELS) break;
        const text = spot.name.length <= 24 ? spot.name : `${spot.name.slice(0, 23)}…`;
        const wide = text.length * 7.2 * z, off = (dotOf(spot.rows.length) + 4) * z;
        const left = spot.x + off + wide > view[0] + view[2], x = left ? spot.x - off : spot.x + off;
        const start = left ? x - wide : x, box = [start - 6 * z, spot.y - 9 * z, start + wide + 6 * z, spot.y + 9 * z];
        if (said.has(text) || taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) continue;
        taken.push(box);
        said.add(text);
        const made = document.createElementNS(NS, "text");
        for (const [key, value] of [["x", x], ["y", spot.y + 4 * z], ["text-anchor", left ? "end" : "start"]]) made.setAttribute(key, value);
        made.textContent = text;
        made.style.fontSize = `${13 * z}px`;
        made.style.strokeWidth = `${3 * z}px`;
        names.append(made);
      }
    }

    function ruler() {
      const z = zoom(), per = pixels / km / z;
      const round = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].find((one) => one * per <= home[2] / 4) || 1;
      bar.setAttribute("d", `M0 -18v6h${round * per}v-6`);
      scale.querySelector("text").textContent = `${round} km`;
      scale.setAttribute("transform", `translate(${view[0] + 14 * z} ${view[1] + view[3]}) scale(${z})`);
    }

    function draw() {
      const z = zoom();
      svg.setAttribute("viewBox", view.join(" "));
      svg.style.touchAction = z < 0.999 ? "none" : "pan-y";
      for (const spot of spots) spot.dot.setAttribute("r", dotOf(spot.rows.length) * z);
      labels();
      ruler();
    }

    function to(x, y, width) {
      const w = Math.min(home[2], Math.max(home[2] / CLOSEST, width)), h = (w * home[3]) / home[2];
      view = [Math.min(home[2] - w, Math.max(0, x)), Math.min(home[3] - h, Math.max(0, y)), w, h];
      draw();
    }
    const closer = (factor, x = view[0] + view[2] / 2, y = view[1] + view[3] / 2) => {
      const w = Math.min(home[2], Math.max(home[2] / CLOSEST, view[2] / factor)), f = w / view[2];
      to(x - (x - view[0]) * f, y - (y - view[1]) * f, w);
    };
    const move = (x, y) => to(view[0] + x * view[2], view[1] + y * view[3], view[2]);
    const where = (event) => {
      const box = svg.getBoundingClientRect();
      return [view[0] + ((event.clientX - box.left) / box.width) * view[2], view[1] + ((event.clientY - box.top) / box.height) * view[3]];
    };

    function tell(link) {
      const spot = spots.find((one) => one.link === link);
      tip.hidden = !spot || !spot.rows.length;
      if (tip.hidden) return;
      const line = (text, tag) => Object.assign(document.createElement(tag), { textContent: text });
      const rest = spot.rows.length - TOLD;
      tip.replaceChildren(line(`${spot.name} · ${spot.rows.length} · ± ${link.dataset.km} km`, "strong"));
      for (const row of spot.rows.slice(0, TOLD)) tip.append(line(`${row.day} — ${row.title}`, "span"));
      if (rest > 0) tip.append(line(texts.more.replace("%s", rest), "span"));
    }

    function pointers() {
      const down = new Map();
      let moved = 0, apart = 0;
      svg.addEventListener("pointerdown", (event) => {
        down.set(event.pointerId, event);
        moved = 0;
        apart = 0;
      });
      const drag = (event) => {
        const before = down.get(event.pointerId);
        if (!before) return;
        const [x, y] = where(before), [nx, ny] = where(event);
        moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
        down.set(event.pointerId, event);
        if (down.size === 2) {
          const [a, b] = [...down.values()], now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
          if (apart) closer(now / apart, ...where(a));
          apart = now;
        } else if (moved > 4 && zoom() < 0.999) to(view[0] + x - nx, view[1] + y - ny, view[2]);
      };
      window.addEventListener("pointermove", drag);
      for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, (event) => down.delete(event.pointerId));
      // A drag that ends on a place is no click on it.
      svg.addEventListener("click", (event) => { if (moved > 4) event.preventDefault(); }, true);
      svg.addEventListener("dragstart", (event) => event.preventDefault());
    }

    function listen() {
      const does = {
        ArrowLeft: () => move(-0.2, 0), ArrowRight: () => move(0.2, 0), ArrowUp: () => move(0, -0.2), ArrowDown: () => move(0, 0.2),
        "+": () => closer(STEP), "=": () => closer(STEP), "-": () => closer(1 / STEP), 0: () => to(0, 0, home[2]),
      };
      svg.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !does[event.key]) return;
        event.preventDefault();
        does[event.key]();
      });
      svg.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
        event.preventDefault();
        closer(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...where(event));
      }, { passive: false });
      for (const button of figure.querySelectorAll("[data-zoom]"))
        button.addEventListener("click", () => ({ in: () => closer(STEP), out: () => closer(1 / STEP), all: () => to(0, 0, home[2]) })[button.dataset.zoom]());
      for (const name of ["pointerover", "focusin"]) svg.addEventListener(name, (event) => tell(event.target.closest("a.spot")));
      for (const name of ["pointerleave", "focusout"]) svg.addEventListener(name, () => { tip.hidden = true; });
      svg.addEventListener("focusin", (event) => {
        const spot = spots.find((one) => one.link === event.target);
        if (spot && (spot.x < view[0] || spot.x > view[0] + view[2] || spot.y < view[1] || spot.y > view[1] + view[3]))
          to(spot.x - view[2] / 2, spot.y - view[3] / 2, view[2]);
      });
      pointers();
      figure.querySelector(".zoom").hidden = false;
    }

    listen();
    return (found) => {
      for (const spot of spots) {
        spot.rows = found.get(Number(spot.link.dataset.spot)) || [];
        spot.link.classList.toggle("none", !spot.rows.length);
        spot.link.querySelector("title").textContent = `${spot.name} · ${spot.rows.length}`;
      }
      figure.hidden = !figure.classList.contains("main") && !spots.some((spot) => spot.rows.length);
      draw();
    };
  }

  // show(rows): draw only these rows, each with the number of its spot.
  window.vigieMaps = (texts) => {
    const plates = [...document.querySelectorAll("figure.plate")].map((figure) => plate(figure, texts));
    return (rows) => {
      const found = new Map();
      for (const row of rows)
        if (row.spot >= 0) found.has(row.spot) ? found.get(row.spot).push(row) : found.set(row.spot, [row]);
      for (const show of plates) show(found);
    };
  };
})();
