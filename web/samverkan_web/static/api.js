// The page of the API: a call is made here and its answer shown below the form. Without this script the form leads to it.
"use strict";

const MOST = 60_000; // letters of an answer that are shown; the address above it leads to all of it

const shown = document.getElementById("answer");

/** The address of a call with what its form holds; what is empty is left out. */
function address(form) {
  const given = new URLSearchParams();
  let path = form.dataset.path || form.getAttribute("action");
  for (const [name, value] of new FormData(form)) {
    if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, value.split("/").map(encodeURIComponent).join("/"));
    else if (value) given.set(name, value);
  }
  const asked = given.toString();
  return asked ? `${path}?${asked}` : path;
}

/** The place below a form where its answer stands, made when it is first needed. */
function place(form) {
  if (!form.nextElementSibling) form.after(shown.content.cloneNode(true));
  return form.nextElementSibling;
}

async function call(form) {
  const at = address(form);
  const [link, told, text] = ["a", "span", "code"].map((name) => place(form).querySelector(name));
  link.href = link.textContent = at;
  told.textContent = "…";
  text.textContent = "";
  try {
    const began = performance.now();
    const answer = await fetch(at, { headers: { Accept: "application/json" } });
    const body = JSON.stringify(await answer.json(), null, 2);
    told.textContent = `${answer.status} ${answer.statusText} · ${Math.round(performance.now() - began)} ms`;
    text.textContent = body.length > MOST ? `${body.slice(0, MOST)}\n…` : body;
  } catch (error) {
    told.textContent = String(error.message || error);
  }
}

for (const form of document.querySelectorAll(".call form")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    call(form);
  });
}

// An address that names a call opens it.
const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (named instanceof HTMLDetailsElement) named.open = true;
