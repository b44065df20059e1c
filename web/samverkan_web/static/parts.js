// Where the parts of a page do not fit beside each other, their row stands so that the one which is shown is in sight.
"use strict";

for (const here of document.querySelectorAll("nav.parts [aria-current]")) {
  const [row, at] = [here.closest("ul"), here.getBoundingClientRect()];
  row.scrollLeft += at.left + at.width / 2 - row.getBoundingClientRect().left - row.clientWidth / 2;
}
