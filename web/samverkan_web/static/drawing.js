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
  const network = new vis.Network(document.getElementById("network"), { nodes, edges }, drawing.options);
  network.once("afterDrawing", () => {
    network.fit({ animation: false });
    document.documentElement.dataset.drawn = String(nodes.length);
  });
  addEventListener("resize", () => network.fit({ animation: !still }));
  network.on("doubleClick", ({ nodes: chosen }) => {
    const node = chosen.length === 1 && nodes.get(chosen[0]);
    if (node && node.page) window.open(node.page, "_top");
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    nodes.update(drawing.nodes.map(paint));
    edges.update(drawing.edges.map((edge) => ({ id: edge.id, color: { color: colour("edge"), highlight: colour("body") } })));
  });
})();
