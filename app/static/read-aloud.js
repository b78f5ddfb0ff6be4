// Reads a part of the page aloud, with a voice that is on the device itself: what is read then goes to nobody. The buttons
// stay hidden where there is no such voice for the language of the page.
(() => {
  "use strict";

  const speech = window.speechSynthesis;
  const buttons = document.querySelectorAll("button[data-reads]");
  if (!speech || !buttons.length) return;

  const SPOKEN =
    "h1, h2, h3, p, li, dt, dd, summary, legend, .app-choice__text, .question-label, " +
    ".utrecht-form-field-description, .utrecht-form-field-error-message";
  const language = document.documentElement.lang;
  let busy = null;

  const voiceFor = (code) =>
    speech.getVoices().find((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === code);

  const show = () => buttons.forEach((button) => (button.hidden = !voiceFor(language)));

  const isSeen = (element) => element.getClientRects().length && !element.closest("[aria-hidden=true], .app-visually-hidden");

  // A piece that is in another language as a whole, such as what a municipality wrote, is read by a voice of that language.
  const piece = (element) => {
    const text = element.innerText.trim();
    const inside = [...element.querySelectorAll("[lang]")].find((one) => one.innerText.trim() === text);
    return { text, voice: (inside && voiceFor(inside.lang)) ?? voiceFor(language) };
  };

  // Each piece apart: long texts break off in some browsers, and a pause between answers is easier to follow.
  const pieces = (place) =>
    [...place.querySelectorAll(SPOKEN)]
      .filter((element) => isSeen(element) && !element.querySelector(SPOKEN))
      .map(piece)
      .filter(({ text }) => text);

  const stop = () => {
    if (!busy) return;
    busy.button.querySelector("[data-words]").textContent = busy.words;
    delete busy.button.dataset.reading;
    busy = null;
    speech.cancel();
  };

  const start = (button) => {
    const words = button.querySelector("[data-words]");
    const mine = { button, words: words.textContent };
    busy = mine;
    words.textContent = button.dataset.stop;
    button.dataset.reading = "";
    const said = pieces(document.getElementById(button.dataset.reads)).map(({ text, voice }) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      return utterance;
    });
    if (!said.length) return stop();
    // Where the voice fails, what follows may never come: the button must not keep saying that something is being read.
    const done = () => busy === mine && stop();
    said.at(-1).onend = done;
    for (const utterance of said) {
      utterance.onerror = done;
      speech.speak(utterance);
    }
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
