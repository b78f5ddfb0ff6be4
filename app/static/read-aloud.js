// Reads a part of the page aloud, with a voice that is on the device itself: what is read then goes to nobody. The buttons
// stay hidden where there is no such voice for the language of the page.
(() => {
  "use strict";

  const speech = window.speechSynthesis;
  const buttons = document.querySelectorAll("button[data-reads]");
  if (!speech || !buttons.length) return;

  const SPOKEN = "h1, h2, h3, p, li, dt, dd, summary, legend, .app-choice__text, .question-label, .question-help";
  const language = document.documentElement.lang;
  let busy = null;

  const voice = () =>
    speech.getVoices().find((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language);

  const show = () => buttons.forEach((button) => (button.hidden = !voice()));

  const isSeen = (element) => element.getClientRects().length && !element.closest("[aria-hidden=true], .app-visually-hidden");

  // Each piece apart: long texts break off in some browsers, and a pause between answers is easier to follow.
  const pieces = (place) =>
    [...place.querySelectorAll(SPOKEN)]
      .filter((element) => isSeen(element) && !element.querySelector(SPOKEN))
      .map((element) => element.innerText.trim())
      .filter(Boolean);

  const stop = () => {
    if (!busy) return;
    busy.button.querySelector("[data-words]").textContent = busy.words;
    busy.button.removeAttribute("aria-pressed");
    busy = null;
    speech.cancel();
  };

  const start = (button) => {
    const words = button.querySelector("[data-words]");
    const mine = { button, words: words.textContent };
    busy = mine;
    words.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
    const said = pieces(document.getElementById(button.dataset.reads)).map((text) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice();
      utterance.lang = utterance.voice.lang;
      utterance.rate = 0.9;
      return utterance;
    });
    if (!said.length) return stop();
    said.at(-1).onend = () => busy === mine && stop();
    said.forEach((utterance) => speech.speak(utterance));
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const again = busy?.button !== button;
      stop();
      if (again) start(button);
    });
  }
  speech.addEventListener?.("voiceschanged", show);
  window.addEventListener("pagehide", stop);
  show();
})();
