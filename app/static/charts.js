// Draws the interactive charts: on wide screens only, when the page can be read and a chart comes into view. The drawing
// that the server made stays in the page for phones, print, screen readers and when anything here fails.
(() => {
  "use strict";

  const { plotly, words } = document.currentScript.dataset;
  const isWide = window.matchMedia("(min-width: 60rem)").matches;
  const ownColours = window.matchMedia("(forced-colors: active)").matches; // the drawing takes them, Plotly does not
  if (!isWide || ownColours || navigator.connection?.saveData) return;

  let library;

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  // While it loads, Plotly adds the style of its maps to the page, unless an element has the hash of that style as its id.
  // The content security policy refuses such a style and we draw no maps: for that moment every hash seems to be there.
  async function loadPlotly() {
    const find = Document.prototype.getElementById;
    document.getElementById = (id) => find.call(document, id) ?? (/^[0-9a-f]{64}$/.test(id) ? document.head : null);
    try {
      await load(plotly);
    } finally {
      delete document.getElementById;
    }
    if (words) await load(words);
  }

  async function draw(figure) {
    library ??= loadPlotly();
    const [answer] = await Promise.all([fetch(figure.dataset.chart), library]);
    if (!answer.ok) return;
    const { data, layout, config } = await answer.json();
    const still = figure.querySelector(".result-figure__wide");
    const place = document.createElement("div");
    place.className = "result-figure__interactive";
    place.ariaHidden = "true"; // the drawing and the table say the same, in words
    still.after(place);
    layout.height = Math.max(still.offsetHeight, layout.height);
    layout.width = still.offsetWidth;
    layout.font.family = getComputedStyle(figure).fontFamily;
    figure.classList.add("result-figure--interactive");
    await window.Plotly.newPlot(place, data, layout, config);
  }

  const inView = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        inView.unobserve(target);
        draw(target).catch(() => target.classList.remove("result-figure--interactive"));
      }
    },
    { rootMargin: "200px" },
  );

  const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 200));
  window.addEventListener("load", () => {
    whenIdle(() => document.querySelectorAll("figure[data-chart]").forEach((figure) => inView.observe(figure)));
  });
})();
