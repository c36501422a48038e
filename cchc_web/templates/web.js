"use strict";
// Sheets that save themselves: fields that somebody has changed are sent a moment later, each with what it was before.
(function sheets() {
  const value = (field) => (field.type === "checkbox" ? (field.checked ? field.value : "") : field.value);
  const typed = (form) => [...form.elements].filter((field) => field.name && field.matches(
    "input:not([type=hidden]):not([type=file]):not([name=drop]):not([name^=paste]), select, textarea:not([name^=paste])"));

  function watch(form) {
    const known = new Map(typed(form).map((field) => [field.name, value(field)]));
    const note = document.getElementById("w-saved");
    let timer = 0, busy = false, closing = false, sent = false;
    const changed = () => typed(form).filter((field) => value(field) !== known.get(field.name));

    async function save() {
      const own = changed().map((field) => [field, value(field)]);
      if (sent || !own.length) return;
      if (busy) { later(); return; }
      busy = true;
      const data = new FormData();
      data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      data.append("partial", "1");
      data.append("version", form.elements.version.value);
      for (const [field, text] of own) {
        data.append(field.name, text);
        data.append("was:" + field.name, known.get(field.name));
      }
      try {
        const answer = await fetch(form.getAttribute("action") || location.pathname, { method: "POST", body: data, keepalive: closing,
          headers: { Accept: "application/json" } });
        if (answer.status === 409) { form.requestSubmit(); return; }
        if (answer.status === 401 || answer.status === 403) { note.textContent = form.dataset.out; return; }
        if (!answer.ok) throw new Error(answer.status);
        take(await answer.json(), own);
      } catch { note.textContent = form.dataset.failed; later(8000); }
      finally { busy = false; }
    }

    // What others have typed meanwhile comes along; nobody loses what they are typing just now.
    function take(state, own) {
      form.elements.version.value = state.version;
      const sent = new Map(own.map(([field, text]) => [field.name, text]));
      for (const field of typed(form)) {
        const text = state.fields[field.name];
        if (text === undefined) continue;
        const free = sent.has(field.name) ? value(field) === sent.get(field.name) : value(field) === known.get(field.name);
        if (free && field !== document.activeElement) {
          if (field.type === "checkbox") field.checked = !!text; else field.value = text;
        }
        known.set(field.name, free && field === document.activeElement ? value(field) : text);
      }
      for (const [id, words] of Object.entries(state.words)) {
        const place = document.getElementById("w-" + id);
        if (place && place.textContent !== words) place.textContent = words;
      }
    }

    function later(wait = 1500) { clearTimeout(timer); timer = setTimeout(save, wait); }
    form.addEventListener("input", (event) => { if (event.target.type !== "file") later(); });
    // What is handed in is no draft any more, and none is to be made of it while the page is left.
    form.addEventListener("submit", () => { clearTimeout(timer); sent = true; });
    addEventListener("pageshow", () => { sent = false; });
    addEventListener("visibilitychange", () => { closing = document.hidden; if (closing) save(); });

    // A column copied out of a spreadsheet goes down the column that it is put into.
    form.addEventListener("paste", (event) => {
      const text = event.clipboardData.getData("text").replace(/\r\n/g, "\n").replace(/\n$/, "");
      if (!event.target.dataset.column || !text.includes("\n")) return;
      event.preventDefault();
      const lines = text.split("\n"), row = event.target.closest("tr"), all = [...row.parentNode.rows];
      const below = all.slice(all.indexOf(row)).map((one) => [...one.querySelectorAll("[data-column]")]
        .find((field) => field.dataset.column === event.target.dataset.column));
      // Headings are rows of the workbook too, and blank there; or the figures alone were copied.
      const whole = lines.every((line, at) => at >= below.length || below[at] || !line.trim());
      const column = whole ? below : below.filter(Boolean);
      lines.forEach((line, at) => {
        const field = column[at], cell = (line.split("\t").filter((one) => one.trim()).pop() || "").trim();
        if (!field) return;
        if (field.tagName !== "SELECT") { field.value = cell; return; }
        const own = [...field.options].find((one) => one.text.toLowerCase() === cell.toLowerCase());
        // Whatever else it is, as the number of an answer, the server knows, or says that it is none.
        if (!own) field.add(new Option(cell, cell));
        field.value = own ? own.value : cell;
      });
      later(200);
    });
  }
  document.querySelectorAll("form[data-save]").forEach(watch);
})();

// What is typed into a form that does not save itself is not left by another button without a question.
(function unsent() {
  const begun = new Set();
  document.addEventListener("input", ({ target }) => {
    if (target.matches("textarea") && target.form?.method === "post" && !("save" in target.form.dataset)) begun.add(target.form);
  });
  document.addEventListener("submit", ({ target }) => begun.delete(target));
  addEventListener("beforeunload", (event) => { if (begun.size) event.preventDefault(); });
})();

// The desk of an appraiser: keys move from row to row and do what the row's own buttons do; ticked rows are added up.
(function desk() {
  const rows = [...document.querySelectorAll("tr[data-row]")];
  if (!rows.length) return;
  const opened = document.querySelector("tr.now");
  let at = rows.indexOf(opened || document.getElementById(decodeURIComponent(location.hash.slice(1))));
  const place = sessionStorage.getItem("desk-at");
  sessionStorage.removeItem("desk-at");
  // Under a filter the row that was kept is there no more: the next one stands in its place.
  if (at < 0 && place !== null) at = Math.min(Number(place), rows.length - 1);
  const follows = (event) => {
    const row = event.target.closest("tr[data-row]");
    if (row) at = rows.indexOf(row);
  };
  document.addEventListener("focusin", follows);
  document.addEventListener("click", follows);
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
    g: () => { sessionStorage.setItem("desk-at", at); press("[data-keep]"); }, x: () => press("input[name=cells]"),
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
  // The browser itself goes to the row that the address names, and takes the focus there: what comes after that stays.
  if (at >= 0 && !document.querySelector("[aria-invalid]")) addEventListener("load", () => setTimeout(() => {
    go(at);
    if (opened && key === "d") change();
    if (opened && key === "h") ask();
  }));
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
