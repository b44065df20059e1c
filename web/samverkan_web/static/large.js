"use strict";
// Draws a network of thousands whose settled places stand in the page. Things can be dragged and found; a double click opens a page.
(() => {
  const begun = performance.now();
  const drawing = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const graph = new graphology.Graph({ type: "undirected" });
  const dress = () => new Map(["person", "body", "municipality", "region", "organisation", "collective", "work", "edge", "ink"].map((name) => [name, colour(name)]));
  let colours = dress();
  drawing.nodes.forEach(([label, kind, page, x, y, size], id) => graph.addNode(id, { label, kind, page, x, y: -y, size: Math.min(size / 2, 9), color: colours.get(kind) }));
  for (const [one, other, weight] of drawing.edges) graph.mergeEdge(one, other, { size: Math.min(0.4 + Math.log2(weight) / 2, 4), color: colours.get("edge") });
  let chosen = null;
  let sigma;
  try {
    sigma = new Sigma(graph, at("network"), {
      allowInvalidContainer: true, // a frame that is put away has no width
      labelColor: { color: colours.get("ink") },
      labelRenderedSizeThreshold: 7,
      hideEdgesOnMove: true,
      nodeReducer: (id, node) => (id === chosen ? { ...node, highlighted: true, forceLabel: true, color: colours.get("body"), size: node.size + 4 } : node),
    });
  } catch {
    at("unable").hidden = false;
    return;
  }
  at("tools").hidden = false;
  // The first frame is drawn by now; the next one shows it.
  requestAnimationFrame(() => {
    document.documentElement.dataset.drawn = String(graph.order);
    document.documentElement.dataset.took = String(Math.round(performance.now() - begun));
  });

  // A wheel scrolls the page, unless Ctrl is held.
  at("network").addEventListener("wheel", (event) => event.ctrlKey || event.metaKey || event.stopImmediatePropagation(), { capture: true });
  let dragged = null;
  sigma.on("downNode", ({ node }) => {
    dragged = node;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.getMouseCaptor().on("mousemovebody", (event) => {
    if (dragged === null) return;
    const { x, y } = sigma.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, { x, y });
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  sigma.getMouseCaptor().on("mouseup", () => {
    if (dragged !== null) document.documentElement.dataset.dragged = graph.getNodeAttribute(dragged, "label");
    dragged = null;
  });
  sigma.on("doubleClickNode", ({ node, event }) => {
    event.preventSigmaDefault();
    const page = graph.getNodeAttribute(node, "page");
    if (page) window.open(page, "_top");
  });

  const names = graph.mapNodes((id, { label }) => [id, label.toLocaleLowerCase()]);
  const find = () => {
    const wanted = at("focus").value.trim().toLocaleLowerCase();
    const [found = null] = wanted ? names.find(([, name]) => name === wanted) || names.find(([, name]) => name.includes(wanted)) || [] : [];
    chosen = found;
    at("said").textContent = found === null ? "" : graph.getNodeAttribute(found, "label") + ": " + graph.degree(found);
    document.documentElement.dataset.found = found === null ? "" : graph.getNodeAttribute(found, "label");
    sigma.refresh();
    if (found !== null) sigma.getCamera().setState({ x: sigma.getNodeDisplayData(found).x, y: sigma.getNodeDisplayData(found).y, ratio: 0.15, angle: 0 });
  };
  at("focus").addEventListener("input", find);
  at("tools").addEventListener("submit", (event) => (event.preventDefault(), find()));
  at("fit").addEventListener("click", () => sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = dress();
    graph.updateEachNodeAttributes((id, node) => ({ ...node, color: colours.get(node.kind) }));
    graph.updateEachEdgeAttributes((id, edge) => ({ ...edge, color: colours.get("edge") }));
    sigma.setSetting("labelColor", { color: colours.get("ink") });
  });
})();
