// Buttons that only work with JavaScript: they copy a text or print the page, and stay hidden where that cannot be done.
(() => {
  "use strict";

  const textOf = (element) => element.value ?? element.innerText.trim();

  async function copy(button, source) {
    const words = button.innerHTML;
    try {
      await navigator.clipboard.writeText(textOf(source));
      button.textContent = "Gekopieerd";
    } catch {
      getSelection().selectAllChildren(source);
      button.textContent = "Kopieer met Ctrl+C";
    }
    setTimeout(() => (button.innerHTML = words), 3000);
  }

  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("button[data-copy]")) {
      const source = document.getElementById(button.dataset.copy);
      button.hidden = false;
      button.addEventListener("click", () => copy(button, source));
    }
  }

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
