// A colour can be typed or picked: what is changed in one shows in the other. Without this the service works it out.
"use strict";

for (const picker of document.querySelectorAll("[data-colour-of]")) {
  const text = document.getElementById(picker.dataset.colourOf);
  picker.addEventListener("input", () => {
    text.value = picker.value;
  });
  text.addEventListener("input", () => {
    const typed = text.value.trim().replace(/^#?/, "#");
    if (/^#[0-9a-f]{6}$/i.test(typed)) picker.value = typed.toLowerCase();
  });
}
