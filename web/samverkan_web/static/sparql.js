"use strict";
// The SPARQL page with scripts: an editor, and answers without a new page. The server makes the same page without them;
// what it answers is put in the place of the answer before, and the address is always one to share.
(() => {
  const form = document.querySelector("form.sparql");
  const field = form.querySelector("textarea");
  const told = document.getElementById("told");
  const words = JSON.parse(form.dataset.words);
  const doing = form.querySelector(".doing");
  const runButton = doing.querySelector("button");

  const button = (text, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "second";
    made.textContent = text;
    made.addEventListener("click", action);
    doing.append(made);
    return made;
  };

  let asking = null;
  const stop = button(words.stop, () => asking && asking.abort());
  stop.hidden = true;

  const editor = window.Yasqe && window.queryEditor(field, { words, terms: form.dataset.terms, run: () => ask() });
  const result = () => document.getElementById("result");
  const set = (text) => {
    field.value = text;
    if (editor) editor.set(text);
  };

  const showWhere = () => {
    const { line, column } = result().dataset;
    const message = document.getElementById("error");
    if (!editor || editor.place.hidden) return;
    if (line && message) editor.mark(Number(line), Number(column), message.textContent.trim());
    else editor.clear();
  };

  // The address that asks what stands in the editor; `view` is how the answer is shown.
  const addressOf = (query, view) => {
    const address = new URL(form.action);
    address.search = new URLSearchParams(view ? { query, view } : { query });
    return address;
  };

  // Leaves the answer that is there, and says why.
  const leave = (why) => {
    result().removeAttribute("aria-busy");
    told.textContent = why;
  };
  // Puts the page that an address gives in the place of this one, as far as they differ.
  const load = async (address, { remember = true, fill = false } = {}) => {
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    result().setAttribute("aria-busy", "true");
    told.textContent = words.waiting;
    stop.hidden = false;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: mine.signal });
      if (answer.status === 414) return leave(words.long);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("result");
      if (!found) return location.assign(address);
      const within = result().contains(document.activeElement);
      result().replaceWith(document.adoptNode(found));
      const view = found.querySelector("nav.parts [aria-current]");
      if (within && view) {
        view.focus({ preventScroll: true }); // a link that is gone must not take the focus along
        view.scrollIntoView({ behavior: "instant", block: "center" }); // what scrolls smoothly may be stopped on its way
      }
      for (const kind of ["a.language", "link[hreflang]"]) {
        const others = page.querySelectorAll(kind);
        document.querySelectorAll(kind).forEach((each, place) => (each.href = others[place].getAttribute("href")));
      }
      if (fill) set(page.querySelector("form.sparql textarea").value);
      if (remember) history.pushState(null, "", address);
      const count = found.querySelector(".count-of-rows");
      told.textContent = count ? count.textContent.trim() : "";
      showWhere();
    } catch (error) {
      if (mine === asking) leave(error.name === "AbortError" ? words.stopped : words.unreached);
    } finally {
      if (mine === asking) {
        asking = null;
        stop.hidden = true;
      }
    }
  };
  const ask = (view) => load(addressOf(field.value, view));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(event.submitter && event.submitter.value);
  });
  // Other views and other pages of the answer: links to this page within it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#result a[href], main .cards a[href], details.query a[href]");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
    if (!link || !plain || link.hasAttribute("download") || link.pathname !== location.pathname) return;
    event.preventDefault();
    const fill = !link.closest("#result");
    load(new URL(link.href), { fill });
    if (fill) form.scrollIntoView();
  });
  addEventListener("popstate", () => load(new URL(location.href), { remember: false, fill: true }));

  button(words.link, async () => {
    try {
      await navigator.clipboard.writeText(addressOf(field.value));
      told.textContent = words.linked;
    } catch {
      told.textContent = addressOf(field.value);
    }
  });

  if (!editor) return;
  const kept = { get: () => { try { return localStorage.getItem("plain-query"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("plain-query", value); } catch { /* not kept then */ } } };
  const usePlain = (plain) => {
    editor.place.hidden = plain;
    field.hidden = !plain;
    form.querySelector(".keys").hidden = plain;
    toggle.setAttribute("aria-pressed", String(plain));
    if (plain) return;
    editor.set(field.value);
    editor.refresh();
    showWhere();
  };
  const toggle = button(words.plain, () => {
    usePlain(!field.hidden ? false : true);
    kept.set(field.hidden ? "" : "yes");
    (field.hidden ? editor : field).focus();
  });
  form.querySelector("label").addEventListener("click", () => field.hidden && editor.focus());
  field.required = false;
  usePlain(kept.get() === "yes");
  document.documentElement.dataset.editor = "ready";
})();
