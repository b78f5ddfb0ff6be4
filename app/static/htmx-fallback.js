// Loads our own copy of htmx when the CDN refuses, sends something else or stays silent. Until then, and without
// JavaScript, every form and link works as plain HTML.
(() => {
  const PATIENCE = 3000; // milliseconds
  const remote = document.querySelector("script[data-local]");
  let asked = false;

  const useLocal = (whenThere) => {
    if (window.htmx || asked) return;
    asked = true;
    const local = document.createElement("script");
    local.src = remote.dataset.local;
    local.addEventListener("load", whenThere);
    document.head.append(local);
  };

  // htmx starts by itself when the document is complete. While a silent CDN holds that up, it has to be started.
  const start = () => {
    Object.assign(window.htmx.config, JSON.parse(document.querySelector("meta[name=htmx-config]").content));
    window.htmx.process(document.body);
  };

  if (document.readyState === "complete") useLocal(() => {});
  else window.addEventListener("load", () => useLocal(() => {}));
  setTimeout(() => useLocal(start), PATIENCE);
})();
