"use strict";
// Keeps in the address of the page, and in the lines to embed, what is looked at in the drawing.
(() => {
  const frame = document.querySelector("iframe.drawing");
  const lines = document.querySelector("#embedding span");
  addEventListener("message", (event) => {
    const told = frame && event.source === frame.contentWindow && event.data && event.data.samverkan;
    if (!told) return;
    const changed = (address) => {
      const url = new URL(address);
      for (const name of ["focus", "at"]) {
        if (told[name]) url.searchParams.set(name, String(told[name]));
        else url.searchParams.delete(name);
      }
      return url.href;
    };
    history.replaceState(null, "", changed(location.href));
    if (lines) lines.textContent = changed(lines.textContent);
  });
})();
