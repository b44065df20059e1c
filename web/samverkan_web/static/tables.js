// Tables of a page that stand there whole are sorted by a press on a head; those in pages are sorted by their addresses.
"use strict";

for (const table of document.querySelectorAll("main table.flow:not(.answer, .sortable, .gantt)")) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const paged = table.nextElementSibling?.matches("nav.pages");
  const plain = table.tBodies.length === 1 && table.tHead?.rows.length === 1 && !table.querySelector("[colspan], [rowspan]");
  if (rows.length > 2 && plain && !paged && matchMedia("(min-width: 44rem)").matches) sortable(table);
}

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, place) => {
    if (head.matches(".mark, [aria-hidden=true]") || !head.textContent.trim()) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "sort" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...table.tBodies[0].rows].map((row) => [value(row.cells[place]), row]);
      const empty = rows.filter(([key]) => key === "");
      const told = rows.filter(([key]) => key !== "").sort(([one], [other]) => compared(one, other) * (down ? -1 : 1));
      table.tBodies[0].append(...[...told, ...empty].map(([, row]) => row));
    });
  });
}

function value(cell) {
  const time = cell?.querySelector("time[datetime]");
  if (time) return time.dateTime;
  const copy = cell?.cloneNode(true);
  copy?.querySelectorAll(".passage, .source, .unseen").forEach((each) => each.remove());
  const text = copy?.textContent.trim() ?? "";
  return cell?.matches(".number") && text ? Number.parseFloat(text.replace(/[\s\u00a0]/g, "").replace(",", ".")) : text;
}

function compared(one, other) {
  return typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "sv");
}
