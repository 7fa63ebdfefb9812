// The map where Leaflet is at hand: circles as wide as the words are vague, and buttons that stand for the incidents of
// one place or of several close ones. Land and borders are lines from data/atlas.js; nothing is asked of anybody. What
// came from a document only ever becomes textContent. Without Leaflet assets/map.js does the same on the server's SVG.
"use strict";
(() => {
  const NAMES = 14, TOLD = 6, CELL = 46, FILLED = 400, VAGUE = 150, CLOSEST = 11, LINES_FROM = 6;
  const sizeOf = (count) => Math.min(46, 15 + 4.2 * Math.sqrt(count - 1));
  const byCount = (a, b) => b.rows.length - a.rows.length || a.number - b.number;

  function made(tag, name, text) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // Land, borders between countries, lines between provinces, in the colours of the page.
  function ground(map, data, renderer) {
    const line = (steps) => {
      let x = 0, y = 0;
      const points = [];
      for (let n = 0; n < steps.length; n += 2) points.push([(y += steps[n + 1]) / data.grid, (x += steps[n]) / data.grid]);
      return points;
    };
    const arcs = data.arcs.map(line);
    const ring = (numbers) => numbers.flatMap((n) => (n >= 0 ? arcs[n] : [...arcs[~n]].reverse()));
    const options = { renderer, interactive: false, smoothFactor: 1.2 };
    const land = data.countries.map((polygons) => L.polygon(polygons.map((polygon) => polygon.map(ring)), { ...options, weight: 0.9, fillOpacity: 1 }).addTo(map));
    const lines = L.polyline(data.lines.map(line), { ...options, weight: 0.7, dashArray: "3 3" });
    const level = () => (map.getZoom() >= LINES_FROM ? lines.addTo(map) : lines.remove());
    const paint = () => {
      const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      for (const one of land) one.setStyle({ color: colour("--border"), fillColor: colour("--land") });
      lines.setStyle({ color: colour("--border") });
    };
    map.on("zoomend", level);
    level();
    paint();
    return paint;
  }

  // A circle for each place: what is shown of it is switched on and off.
  function circles(spots, group, renderer) {
    const colour = () => getComputedStyle(document.documentElement).getPropertyValue("--spot").trim();
    for (const spot of spots)
      spot.circle = L.circle(spot.at, { renderer, interactive: false, radius: spot.km * 1000, weight: 1, opacity: 0.5, dashArray: spot.km >= VAGUE ? "3 5" : null });
    return {
      show() {
        const filled = spots.filter((spot) => spot.rows.length).length <= FILLED;
        for (const spot of spots) {
          if (!spot.rows.length) group.removeLayer(spot.circle);
          else group.addLayer(spot.circle.setStyle({ fill: filled && spot.km < VAGUE, fillOpacity: 0.1 }));
        }
      },
      paint() {
        for (const spot of spots) spot.circle.setStyle({ color: colour(), fillColor: colour() });
      },
    };
  }

  // Places that lie within one cell of the screen are one button.
  function heaps(map, spots) {
    const seen = map.getBounds().pad(0.1), cells = new Map();
    for (const spot of spots) {
      if (!spot.rows.length || !seen.contains(spot.at)) continue;
      const point = map.project(spot.at), key = `${Math.floor(point.x / CELL)}:${Math.floor(point.y / CELL)}`;
      cells.has(key) ? cells.get(key).push(spot) : cells.set(key, [spot]);
    }
    return [...cells.values()].map((own) => {
      own.sort(byCount);
      return { own, lead: own[0], count: own.reduce((sum, spot) => sum + spot.rows.length, 0) };
    }).sort((a, b) => b.count - a.count);
  }

  // Which names can be written without lying on another name or button.
  function named(map, found) {
    const taken = found.map(({ lead, count }) => {
      const p = map.latLngToContainerPoint(lead.at), half = sizeOf(count) / 2;
      return [p.x - half, p.y - half, p.x + half, p.y + half];
    });
    const hit = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    const names = new Map();
    found.forEach((heap, n) => {
      const [left, top, right, bottom] = taken[n], middle = (top + bottom) / 2, wide = heap.lead.name.length * 7 + 8;
      if (names.size >= NAMES || !heap.lead.name) return;
      for (const [side, x] of [["right", right + 1], ["left", left - 1 - wide]]) {
        const box = [x, middle - 9, x + wide, middle + 9];
        if (x < 0 || x + wide > map.getSize().x || taken.some((other) => hit(box, other))) continue;
        taken.push(box);
        names.set(heap, side);
        return;
      }
    });
    return names;
  }

  function buttons(map, spots, texts, popup) {
    const shown = new Map(), layer = L.layerGroup().addTo(map);
    const label = ({ own, lead, count }) => `${lead.name || texts.withheld}${own.length > 1 ? ` + ${own.length - 1}` : ""} · ${count}`;
    function icon(heap, side) {
      const size = sizeOf(heap.count), box = made("span", heap.own.length > 1 ? "heap several" : "heap");
      box.append(made("span", "count", heap.count > 1 ? heap.count : ""));
      if (side) box.append(made("span", `name ${side}`, heap.lead.name));
      return L.divIcon({ html: box, className: "pin", iconSize: [size, size] });
    }
    function follow(heap) {
      const bounds = L.latLngBounds(heap.own.map((spot) => spot.at));
      if (heap.own.length > 1 && map.getZoom() < CLOSEST) map.fitBounds(bounds.pad(0.4), { maxZoom: Math.max(map.getZoom() + 2, 8) });
      else popup(heap);
    }
    function add(heap, side) {
      const marker = L.marker(heap.lead.at, { icon: icon(heap, side), title: label(heap), riseOnHover: true, zIndexOffset: heap.count });
      marker.on("click", () => follow(heap)).addTo(layer);
      const element = marker.getElement();
      element.setAttribute("aria-label", label(heap));
      element.dataset.place = heap.lead.name;
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        follow(heap);
      });
      return marker;
    }
    return () => {
      const inside = layer.getLayers().some((marker) => marker.getElement() === document.activeElement);
      const found = heaps(map, spots), names = named(map, found), kept = new Set();
      for (const heap of found) {
        const key = [heap.lead.number, heap.count, heap.own.length, names.get(heap)].join();
        kept.add(key);
        if (!shown.has(key)) shown.set(key, add(heap, names.get(heap)));
      }
      for (const [key, marker] of shown)
        if (!kept.has(key)) {
          layer.removeLayer(marker);
          shown.delete(key);
        }
      if (inside && document.activeElement === document.body) map.getContainer().focus({ preventScroll: true });
    };
  }

  // What a place holds; its incidents lead to their pages.
  function card(heap, texts) {
    const box = made("div", "told"), rows = heap.own.flatMap((spot) => spot.rows);
    const head = made("h3", "", heap.lead.name || texts.withheld);
    head.append(" ", made("small", "", `± ${heap.lead.km} km`));
    box.append(head, made("p", "badge warn", texts.draft));
    const list = box.appendChild(made("ul"));
    for (const row of rows.slice(0, TOLD)) {
      const item = list.appendChild(made("li")), link = item.appendChild(made("a", "", row.title));
      link.href = document.documentElement.dataset.base + row.page;
      item.append(" ", made("small", "", [row.day, ...row.figures.map(([, name, text]) => `${text} ${name}`)].filter(Boolean).join(" · ")));
    }
    if (rows.length > TOLD) box.append(made("p", "note", texts.more.replace("%s", rows.length - TOLD)));
    if (heap.lead.name) {
      const only = box.appendChild(made("p")).appendChild(made("a", "", texts.only));
      only.href = `#place=${encodeURIComponent(heap.lead.name)}`;
      only.dataset.place = heap.lead.name;
    }
    return box;
  }

  function controls(map, texts, all) {
    L.control.zoom({ position: "topright", zoomInTitle: texts.closer, zoomOutTitle: texts.farther }).addTo(map);
    L.control.scale({ position: "bottomleft", imperial: false }).addTo(map);
    const whole = L.control({ position: "topright" });
    whole.onAdd = () => {
      const bar = made("div", "leaflet-bar"), button = bar.appendChild(made("button", "whole", "⤢"));
      button.type = "button";
      button.title = texts.whole;
      button.setAttribute("aria-label", texts.whole);
      L.DomEvent.disableClickPropagation(bar).on(button, "click", all);
      return bar;
    };
    whole.addTo(map);
  }

  function chart(box) {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(box, {
      attributionControl: false, zoomControl: false, scrollWheelZoom: false, dragging: !L.Browser.mobile, minZoom: 2, maxZoom: CLOSEST,
      zoomSnap: 0.5, maxBounds: [[-85, -220], [85, 220]], zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
    });
    map.setView([30, 20], 3);
    // The wheel is the page's until the map has been asked for.
    map.on("focus", () => map.scrollWheelZoom.enable()).on("blur", () => map.scrollWheelZoom.disable());
    return map;
  }

  // Where most of the incidents are: places that are not vague, without the tenth that lies farthest out.
  function middle(spots) {
    const shown = spots.filter((spot) => spot.rows.length), exact = shown.filter((spot) => spot.km < VAGUE);
    const own = exact.length ? exact : shown, total = own.reduce((sum, spot) => sum + spot.rows.length, 0);
    const median = (key) => {
      let left = total / 2;
      return [...own].sort((a, b) => a.at[key] - b.at[key]).find((spot) => (left -= spot.rows.length) <= 0)?.at[key] ?? 0;
    };
    const centre = L.latLng(median("lat"), median("lng")), bounds = L.latLngBounds([]);
    let left = total * 0.9;
    for (const spot of own.sort((a, b) => centre.distanceTo(a.at) - centre.distanceTo(b.at))) {
      if (left <= 0) break;
      bounds.extend(spot.at);
      left -= spot.rows.length;
    }
    return bounds;
  }

  function popups(map, texts) {
    return (heap) => {
      const open = L.popup({ maxWidth: 320, autoPanPaddingTopLeft: [12, 12], autoPanPaddingBottomRight: [56, 12] }).setLatLng(heap.lead.at).setContent(card(heap, texts)).openOn(map);
      const close = open.getElement().querySelector(".leaflet-popup-close-button"), from = document.activeElement;
      close.setAttribute("aria-label", texts.close);
      open.getElement().querySelector("a").focus({ preventScroll: true });
      open.getElement().addEventListener("keydown", (event) => { if (event.key === "Escape") map.closePopup(open); });
      open.on("remove", () => (from.isConnected ? from : map.getContainer()).focus({ preventScroll: true }));
    };
  }

  // show(rows): draw only these rows, each with the number of its spot.
  window.vigieMaps = (texts) => {
    const box = document.getElementById("atlas"), data = window.vigieAtlas;
    for (const plate of document.querySelectorAll(".plates, figure.plate")) plate.hidden = true;
    box.hidden = false;
    const spots = data.spots.map(([lat, lon, km, name], number) => ({ at: L.latLng(lat, lon), km, name, number, rows: [] }));
    const map = chart(box), group = L.layerGroup().addTo(map);
    const paint = ground(map, data, L.canvas({ pane: "tilePane", padding: 0.3 }));
    const wide = circles(spots, group, L.canvas({ padding: 0.3 }));
    const draw = buttons(map, spots, texts, popups(map, texts));
    const all = () => L.latLngBounds(spots.filter((spot) => spot.rows.length).map((spot) => spot.at));
    const go = (bounds) => bounds.isValid() && map.fitBounds(bounds.pad(0.12), { maxZoom: 9, animate: first ? false : undefined });
    controls(map, texts, () => go(all()));
    let first = true;
    map.on("moveend", draw);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { paint(); wide.paint(); });
    wide.paint();
    return (rows) => {
      for (const spot of spots) spot.rows = [];
      for (const row of rows) if (row.spot >= 0) spots[row.spot].rows.push(row);
      map.closePopup();
      wide.show();
      draw();
      // The map goes where most of the list is, unless that is in sight already.
      const most = middle(spots);
      if (most.isValid() && (first || !map.getBounds().contains(most))) go(most);
      first = false;
    };
  };
})();
