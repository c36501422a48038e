"use strict";
(() => {
  const at = id => document.getElementById(id), find = at("/find"), kind = at("/kind"), save = at("/save");
  const bare = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const rows = [...document.querySelectorAll(".ranking tbody tr")].map(row => [row, bare(row.querySelector("th").textContent)]);
  const show = () => {
    const word = bare(find.value.trim()), only = kind ? kind.value : "";
    let seen = 0;
    for (const [row, name] of rows) {
      row.hidden = !name.includes(word) || (only !== "" && row.dataset.kind !== only);
      seen += row.hidden ? 0 : 1;
    }
    at("/found").textContent = word || only ? seen + " / " + rows.length : "";
  };
  const open = () => {
    const target = at(decodeURIComponent(location.hash.slice(1)));
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (target) target.scrollIntoView();
  };
  if (find) {
    find.oninput = show;
    if (kind) kind.onchange = show;
    find.closest(".tools").hidden = false;
  }
  if (save) save.onclick = async () => {
    const bytes = Uint8Array.from(atob(at("/data").textContent), sign => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await new Response(stream).blob());
    link.download = save.dataset.name;
    link.click();
  };
  addEventListener("hashchange", open);
  if (location.hash) open();
})();
