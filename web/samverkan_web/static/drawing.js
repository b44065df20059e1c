"use strict";
// Draws the network whose nodes, edges and settled places stand in the page; finds a name, goes through time, and opens
// the page of a node that is double-clicked. What is looked at is told to the page around, which keeps it in its address.
(() => {
  const drawing = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const near = new Map(drawing.nodes.map((node) => [node.id, new Set()]));
  for (const edge of drawing.edges) {
    for (const step of edge.at || []) {
      near.get(edge.from).add(step);
      near.get(edge.to).add(step);
    }
  }
  let step = 0; // 0 is all time, 1 the first of the steps
  const there = (node) => !step || near.get(node.id).has(step - 1);
  const legible = new Map(); // by node the size of its label, in units of the drawing; none where it has no room
  const shown = (node) => (node.label.split("\n").length > 3 ? node.label.split("\n", 3).join("\n") + " …" : node.label);
  const paint = (node) => ({
    ...node,
    label: legible.has(node.id) ? shown(node) : undefined,
    title: node.label,
    opacity: there(node) ? 1 : 0.15,
    color: { background: colour(node.colour), border: colour(node.colour), highlight: { background: colour(node.colour), border: colour("ink") } },
    font: { color: there(node) ? colour("ink") : colour("edge"), size: legible.get(node.id), face: "system-ui, sans-serif", strokeWidth: 4, strokeColor: colour("sheet") },
  });
  const THICK = drawing.edges.length > 60 ? 0.5 : 1; // among many lines thick ones hide the rest
  const FATES = { joined: { width: 5, colour: "accent" }, left: { width: 4, colour: "body", dashes: [8, 8] }, stayed: { width: 1 } };
  const line = (edge) => {
    const fate = FATES[edge.fate] || {};
    return {
      ...edge,
      width: Math.max(1, (fate.width || edge.width) * THICK),
      dashes: fate.dashes || false,
      hidden: Boolean(step) && !edge.at.includes(step - 1),
      color: { color: colour(fate.colour || "edge"), highlight: colour("body") },
    };
  };
  const nodes = new vis.DataSet(drawing.nodes.map(paint));
  const edges = new vis.DataSet(drawing.edges.map(line));
  const frame = at("network");
  at("tools").hidden = false;
  // A wheel scrolls the page, unless Ctrl is held.
  frame.addEventListener("wheel", (event) => event.ctrlKey || event.metaKey || event.stopImmediatePropagation(), { capture: true });
  const network = new vis.Network(frame, { nodes, edges }, drawing.options);
  const READABLE = 0.6;
  const fit = (animation) => {
    network.fit({ animation });
    labelSoon();
    const middle = drawing.nodes.find((node) => node.middle);
    if (middle && frame.clientWidth < 600 && network.getScale() < READABLE) {
      network.moveTo({ position: { x: middle.x, y: middle.y }, scale: READABLE, animation });
    }
  };
  // Labels as large as can be read at this nearness; where they would lie on each other, those of the most closely tied.
  const degree = new Map(drawing.nodes.map((node) => [node.id, 0]));
  for (const edge of drawing.edges) for (const end of [edge.from, edge.to]) degree.set(end, degree.get(end) + 1);
  const first = [...drawing.nodes].sort((one, other) => Boolean(other.middle) - Boolean(one.middle) || degree.get(other.id) - degree.get(one.id));
  const SMALLEST = 12; // pixels
  const label = () => {
    const chosen = new Set(network.getSelectedNodes());
    const [places, least, taken] = [network.getPositions(), SMALLEST / network.getScale(), []];
    const points = first.map((node) => [node.id, [places[node.id].x - node.size, places[node.id].y - node.size, places[node.id].x + node.size, places[node.id].y + node.size]]);
    const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    legible.clear();
    for (const node of [...first.filter((each) => chosen.has(each.id)), ...first.filter((each) => !chosen.has(each.id))]) {
      const size = Math.max(node.middle ? 18 : 14, least);
      const lines = shown(node).split("\n");
      const [{ x, y }, half] = [places[node.id], (Math.max(...lines.map((line) => line.length)) * size * 0.58) / 2];
      const box = [x - half, y + node.size, x + half, y + node.size + (lines.length + 0.4) * size * 1.1];
      if (taken.some((other) => meets(box, other)) || (!node.middle && !chosen.has(node.id) && points.some(([id, point]) => id !== node.id && meets(box, point)))) continue;
      taken.push(box);
      legible.set(node.id, size);
    }
    nodes.update(drawing.nodes.map(paint));
    document.documentElement.dataset.labels = String(legible.size);
  };
  let waiting;
  const labelSoon = () => (clearTimeout(waiting), (waiting = setTimeout(label, 120)));
  for (const event of ["zoom", "dragEnd", "animationFinished", "selectNode", "deselectNode"]) network.on(event, labelSoon);
  const repaint = () => {
    nodes.update(drawing.nodes.map(paint));
    edges.update(drawing.edges.map(line));
  };
  const tell = () => parent === window || parent.postMessage({ samverkan: { focus: at("focus").value, at: step ? drawing.steps[step - 1] : "" } }, "*");

  // Finding
  const plain = (text) => text.replaceAll("\n", " ");
  at("names").append(...drawing.nodes.map((node) => new Option(plain(node.label), plain(node.label))));
  const find = (animation) => {
    const wanted = at("focus").value.trim().toLocaleLowerCase();
    const labels = drawing.nodes.map((node) => [node, plain(node.label).toLocaleLowerCase()]);
    const [found] = wanted ? labels.find(([, label]) => label === wanted) || labels.find(([, label]) => label.includes(wanted)) || [] : [];
    if (found) {
      network.selectNodes([found.id]);
      network.focus(found.id, { scale: Math.max(1, network.getScale()), animation });
      labelSoon();
      const others = network.getConnectedNodes(found.id).length;
      at("said").textContent = plain(found.label) + ": " + others;
    } else {
      network.unselectAll();
      if (!wanted) fit(animation);
    }
    document.documentElement.dataset.found = found ? plain(found.label) : "";
    tell();
  };
  at("focus").addEventListener("input", () => find(!still));
  at("tools").addEventListener("submit", (event) => (event.preventDefault(), find(!still)));
  at("fit").addEventListener("click", () => fit(!still));

  // Time
  const slider = at("step");
  if (slider) {
    const show = () => {
      step = Number(slider.value);
      at("now").textContent = step ? drawing.steps[step - 1] : at("now").dataset.all;
      slider.setAttribute("aria-valuetext", at("now").textContent);
      repaint();
    };
    const play = at("play");
    const [start, stop] = [play.textContent, play.dataset.stop];
    let playing;
    const halt = () => {
      clearInterval(playing);
      playing = undefined;
      play.textContent = start;
      play.setAttribute("aria-pressed", "false");
    };
    const next = () => {
      if (Number(slider.value) >= drawing.steps.length) return halt();
      slider.value = Number(slider.value) + 1;
      show();
      tell();
    };
    play.addEventListener("click", () => {
      if (playing) return halt();
      if (Number(slider.value) >= drawing.steps.length) slider.value = 0;
      play.textContent = stop;
      play.setAttribute("aria-pressed", "true");
      playing = setInterval(next, 1200);
      next();
    });
    slider.addEventListener("input", () => (halt(), show(), tell()));
    slider.value = drawing.steps.indexOf(at("now").dataset.at) + 1;
    show();
  }

  // The picture as a file
  at("png").addEventListener("click", () => {
    const seen = frame.querySelector("canvas");
    const sheet = Object.assign(document.createElement("canvas"), { width: seen.width, height: seen.height });
    const pen = sheet.getContext("2d");
    pen.fillStyle = colour("sheet");
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.drawImage(seen, 0, 0);
    Object.assign(document.createElement("a"), { href: sheet.toDataURL("image/png"), download: "samverkan.png" }).click();
  });

  network.once("afterDrawing", () => {
    fit(false);
    if (at("focus").value) find(false);
    document.documentElement.dataset.drawn = String(nodes.length);
  });
  network.on("resize", () => requestAnimationFrame(() => fit(false))); // when the canvas has its new size
  network.on("doubleClick", ({ nodes: chosen }) => {
    const node = chosen.length === 1 && nodes.get(chosen[0]);
    if (node && node.page) window.open(node.page, document.body.classList.contains("embedded") ? "_blank" : "_top");
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
})();
