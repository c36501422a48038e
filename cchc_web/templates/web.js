// The desk of an appraiser: keys move from row to row and do what the row's own buttons do; ticked rows are added up.
(function desk() {
  const rows = [...document.querySelectorAll("tr[data-row]")];
  if (!rows.length) return;
  const opened = document.querySelector("tr.now");
  let at = rows.indexOf(opened || document.getElementById(decodeURIComponent(location.hash.slice(1))));
  const go = (to) => {
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows.forEach((row) => row.removeAttribute("tabindex"));
    rows[at].tabIndex = -1;
    rows[at].focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const press = (what) => at >= 0 && rows[at].querySelector(what)?.click();
  const ask = () => document.getElementById("f-question")?.focus();
  const change = () => document.getElementById("f-deed")?.focus();
  const here = () => at >= 0 && rows[at] === opened;
  const keys = {
    j: () => go(at + 1), ArrowDown: () => go(at + 1), k: () => go(at - 1), ArrowUp: () => go(at - 1),
    g: () => press("[data-keep]"), x: () => press("input[name=cells]"),
    d: () => (here() ? change() : follow("d")), h: () => (here() ? ask() : follow("h")),
    Escape: () => document.querySelector("[data-close]")?.click(),
  };
  const follow = (key) => { sessionStorage.setItem("desk-key", key); press("[data-adjust]"); };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (typing ? event.key !== "Escape" : !(event.key in keys)) return;
    event.preventDefault();
    if (typing) typing.blur(); else keys[event.key]();
  });
  const key = sessionStorage.getItem("desk-key");
  sessionStorage.removeItem("desk-key");
  if (at >= 0 && !document.querySelector("[aria-invalid]")) {
    go(at);
    if (opened && key === "d") change();
    if (opened && key === "h") ask();
  }
  const told = document.getElementById("ticked");
  if (!told) return;
  const add = () => {
    const ticked = rows.filter((row) => row.querySelector("input[name=cells]")?.checked);
    const exact = ticked.map((row) => /^(\d+)(?:\.(\d+))?$/.exec(row.dataset.points || "0"));
    const digits = Math.max(0, ...exact.map((one) => one?.[2]?.length || 0));
    const sum = exact.reduce((all, one) => all + BigInt((one?.[1] || "0") + (one?.[2] || "").padEnd(digits, "0")), 0n);
    const text = sum.toString().padStart(digits + 1, "0");
    const part = text.slice(text.length - digits).replace(/0+$/, "");
    const points = (digits ? text.slice(0, -digits) : text) + (part && digits ? told.dataset.mark + part : "");
    told.textContent = ticked.length && exact.every(Boolean)
      ? told.dataset.words.replace("{n}", ticked.length).replace("{p}", points) : "";
  };
  document.addEventListener("change", add);
  add();
})();
