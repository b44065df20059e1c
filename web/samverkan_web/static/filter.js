// A table filters while one types: the answer for the words is fetched and put in the place of the one that is shown.
// Without it the form is sent as any form.
"use strict";

for (const form of document.querySelectorAll("form[data-live]")) live(form);

function live(form) {
  const words = form.querySelector("input[type=search]");
  let waiting = 0, asking = null;
  form.querySelector("button").hidden = true;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });

  async function ask() {
    asking?.abort();
    const mine = asking = new AbortController();
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asking) return;
      for (const place of ["[data-answer]", "div.answer .formats"]) {
        document.querySelector(place).replaceWith(page.querySelector(place));
      }
      const told = "div.answer [role=status]";  // stays, so that its new words are spoken
      document.querySelector(told).textContent = page.querySelector(told).textContent;
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError") form.submit();
    }
  }
}
