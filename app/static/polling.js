// What looks again by itself does not do so in a tab that nobody sees, and does at once when somebody does.
(() => {
  "use strict";

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (document.hidden && "poll" in event.detail.elt.dataset) event.preventDefault();
  });

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    for (const place of document.querySelectorAll("[data-poll]")) window.htmx?.trigger(place, "kijk");
  });
})();
