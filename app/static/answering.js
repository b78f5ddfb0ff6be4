// Says it when an answer could not be saved, and tries again when the connection is back. Lets a digit choose an answer
// where the page says so. Keeps a form from being sent twice. Without this file, and without htmx, the buttons save everything.
(() => {
  const UNCERTAIN = "(niet zeker)";
  const unsaved = new Set();

  // What is said is in the language of the page, which has it ready on the form.
  const words = (source) => source.closest("form").dataset;

  const say = (source, reason) => {
    const target = document.querySelector(source.getAttribute("hx-target"));
    const line = document.createElement("p");
    const lead = document.createElement("strong");
    line.className = "question-unsaved";
    lead.textContent = words(source).unsaved;
    line.append(lead, " ", reason);
    target.replaceChildren(line);
  };

  // What the page knows as saved is no longer certain: the form then sends this answer in any case.
  const remember = (source) => {
    const name = source.id;
    document.getElementById(`eerst_${name}`).value = UNCERTAIN;
    unsaved.add(source);
  };

  // Who goes on while an answer is being saved: some browsers (WebKit) break that off and call it an error. It is none,
  // the form takes the answer along.
  let leaving = false;
  for (const sign of ["submit", "beforeunload"]) window.addEventListener(sign, () => (leaving = true));
  document.addEventListener("htmx:beforeRequest", () => (leaving = false));

  document.addEventListener("htmx:sendError", ({ detail }) => {
    remember(detail.elt);
    if (!leaving) say(detail.elt, words(detail.elt).offline);
  });

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { status } = detail.xhr;
    if (status < 400) {
      unsaved.delete(detail.requestConfig.elt);
      return;
    }
    remember(detail.requestConfig.elt);
    if ([404, 409, 422].includes(status)) return;
    detail.shouldSwap = false;
    say(detail.requestConfig.elt, words(detail.requestConfig.elt).fault);
  });

  // Who goes back may get the page as it was kept (WebKit does so, and takes out what was chosen and written): a comment would
  // go with the next step, and a code may work no more. How it is now is asked for anew.
  window.addEventListener("pageshow", ({ persisted }) => {
    const here = document.querySelector("[data-here]")?.dataset.here;
    if (persisted && here) location.replace(here);
  });

  // Who answered before htmx was awake is heard now.
  const isSaved = (source) => {
    const now = source.value ?? [...source.querySelectorAll(":checked")].map((option) => option.value).join(" ");
    return now.trim() === document.getElementById(`eerst_${source.id}`).value.trim();
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const source of document.querySelectorAll("[hx-post]")) {
      if (!isSaved(source)) window.htmx?.trigger(source, "change");
    }
  });

  window.addEventListener("online", () => {
    for (const source of unsaved) window.htmx.trigger(source, "change");
  });

  // A digit chooses the answer at that place, of the question that has the focus and no other.
  const hints = document.querySelectorAll("[data-keys]");
  for (const hint of hints) hint.hidden = false;

  const byDigit = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const options = event.target.closest(".question-fieldset")?.querySelectorAll("input") ?? [];
    const option = options[Number(event.key) - 1];
    if (!option) return;
    event.preventDefault();
    option.focus();
    option.click();
  };

  if (hints.length) document.addEventListener("keydown", byDigit);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!("once" in form.dataset)) return;
    if (form.dataset.once === "sent") event.preventDefault();
    form.dataset.once = "sent";
  });
})();
