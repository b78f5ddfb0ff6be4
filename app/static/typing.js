// Typing over at the speed of a keyboard: the letter or figure of an answer chooses it and goes to the next question.
// Without this file Tab and the arrows do the same. Only what has the focus listens.
(() => {
  const form = document.querySelector(".typing-form");
  if (!form) return;

  for (const hint of document.querySelectorAll("[data-with-script]")) hint.hidden = false;

  const questions = [...form.querySelectorAll("[data-keys]")];

  const next = (question) => {
    const following = questions[questions.indexOf(question) + 1];
    const target = following?.querySelector("input:checked") ?? following?.querySelector("input");
    (target ?? form.querySelector("[type=submit]")).focus();
  };

  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === " ") return;
    const question = event.target.closest("[data-keys]");
    if (!question || event.target.tagName !== "INPUT") return;
    const typed = event.key.toLowerCase();
    const wanted = [...question.querySelectorAll("input")].find(
      ({ dataset }) => dataset.letter === typed || dataset.digit === typed,
    );
    if (!wanted) return;
    event.preventDefault();
    if (wanted.type === "checkbox") {
      wanted.checked = !wanted.checked;
      wanted.focus();
    } else {
      wanted.checked = true;
      next(question);
    }
  });
})();
