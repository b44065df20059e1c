// The search box answers while one types: a combobox with a list of things to go to (WAI-ARIA, list autocomplete).
// A box with `data-fill` takes the name instead of going there. Without this the form is sent as any form.
"use strict";

for (const input of document.querySelectorAll("input[data-suggest]")) propose(input);

function propose(input) {
  const list = Object.assign(document.createElement("ul"), { id: `${input.id}-list`, className: "suggestions", hidden: true });
  const told = Object.assign(document.createElement("span"), { className: "unseen" });
  let options = [], chosen = -1, waiting = 0, asking = null, hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  told.setAttribute("role", "status");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.after(list, told);
  hide();

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !hidden) { hide(); event.preventDefault(); return; }
    if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); go(chosen); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || !options.length) return;
    event.preventDefault();
    if (hidden) show();
    const places = options.length + 1;  // one of them is the box itself
    choose(((chosen + 1 + step + places) % places) - 1);
  });
  input.addEventListener("blur", hide);
  list.addEventListener("pointerdown", (event) => event.preventDefault());  // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go([...list.children].indexOf(option));
  });

  async function ask() {
    asking?.abort();
    const text = input.value.trim();
    if (!text) { options = []; hide(); return; }
    const mine = asking = new AbortController();
    try {
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set("q", text);
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      options = (await answer.json()).suggestions.filter((each) => each.address);
    } catch (error) {
      if (error.name === "AbortError") return;
      options = [];  // the form still works
    }
    if (mine !== asking) return;
    list.replaceChildren(...options.map(line));
    told.textContent = input.dataset.told.replace("#", options.length);
    if (options.length && document.activeElement === input) show(); else hide();
  }

  function line(each, place) {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const name = document.createElement("bdi");
    name.textContent = each.label;
    const kind = Object.assign(document.createElement("span"), { className: "quiet" });
    kind.append(each.kind);
    if (each.hint) {
      const hint = document.createElement("bdi");
      hint.textContent = each.hint;
      kind.append(" · ", hint);
    }
    option.append(name, " ", kind);
    return option;
  }

  function choose(place) {
    chosen = place;
    [...list.children].forEach((each, at) => each.setAttribute("aria-selected", String(at === place)));
    if (place < 0) { input.removeAttribute("aria-activedescendant"); return; }
    input.setAttribute("aria-activedescendant", list.children[place].id);
    list.children[place].scrollIntoView({ block: "nearest" });
  }

  function show() { hidden = list.hidden = false; input.setAttribute("aria-expanded", "true"); choose(-1); }
  function hide() { hidden = list.hidden = true; input.setAttribute("aria-expanded", "false"); choose(-1); }
  function go(place) {
    const { label, address } = options[place];
    if (!("fill" in input.dataset)) { location.assign(address); return; }
    input.value = label;
    hide();
  }
}
