"use strict";
// Draws the network whose nodes, edges and settled places stand in the page, and opens the page of a node that is double-clicked.
(() => {
  const drawing = JSON.parse(document.getElementById("data").textContent);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const paint = (node) => ({
    ...node,
    color: { background: colour(node.colour), border: colour(node.colour), highlight: { background: colour(node.colour), border: colour("ink") } },
    font: { color: colour("ink"), size: node.middle ? 18 : 14, face: "system-ui, sans-serif", strokeWidth: 4, strokeColor: colour("sheet") },
  });
  const nodes = new vis.DataSet(drawing.nodes.map(paint));
  const edges = new vis.DataSet(drawing.edges.map((edge) => ({ ...edge, color: { color: colour("edge"), highlight: colour("body") } })));
  const frame = document.getElementById("network");
  // A wheel scrolls the page, unless Ctrl is held.
  frame.addEventListener("wheel", (event) => event.ctrlKey || event.metaKey || event.stopImmediatePropagation(), { capture: true });
  const network = new vis.Network(frame, { nodes, edges }, drawing.options);
  const READABLE = 0.6;
  const fit = (animation) => {
    network.fit({ animation });
    const middle = drawing.nodes.find((node) => node.middle);
    if (middle && frame.clientWidth < 600 && network.getScale() < READABLE) {
      network.moveTo({ position: { x: middle.x, y: middle.y }, scale: READABLE, animation });
    }
  };
  network.once("afterDrawing", () => {
    fit(false);
    document.documentElement.dataset.drawn = String(nodes.length);
  });
  addEventListener("resize", () => fit(!still));
  network.on("doubleClick", ({ nodes: chosen }) => {
    const node = chosen.length === 1 && nodes.get(chosen[0]);
    if (node && node.page) window.open(node.page, "_top");
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    nodes.update(drawing.nodes.map(paint));
    edges.update(drawing.edges.map((edge) => ({ id: edge.id, color: { color: colour("edge"), highlight: colour("body") } })));
  });
})();
