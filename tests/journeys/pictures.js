// Replaces on the page what is by chance, and tells which words can be read in a part of it.
(() => {
  const steady = (text) =>
    text
      .replace(/https?:\/\/127\.0\.0\.1:\d+/g, "https://vensterscan.example.nl")
      .replace(/127\.0\.0\.1:\d+/g, "vensterscan.example.nl")
      .replace(/\/m\/[0-9A-Z]{12}/g, "/m/K7MRT4WQ2XHD")
      .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, "K7MR-T4WQ-2XHD");

  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };

  for (const text of texts()) {
    const better = steady(text.data);
    if (better !== text.data) text.data = better;
  }
  for (const field of document.querySelectorAll("textarea")) field.value = steady(field.value);
  document.activeElement?.blur();

  const isIn = (clip, box) => {
    const middle = box.top + box.height / 2;
    // What is only for who listens is a box of one pixel.
    return box.width > 2 && box.height > 2 && middle >= clip.y && middle <= clip.y + clip.height;
  };

  window.wordsIn = (clip) => {
    const lines = [];
    for (const text of texts()) {
      const words = text.data.replace(/\s+/g, " ").trim();
      if (!words || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
      const hidden = text.parentElement.closest(".app-visually-hidden, option, textarea");
      const range = document.createRange();
      range.selectNodeContents(text);
      if (!hidden && [...range.getClientRects()].some((box) => isIn(clip, box))) lines.push(words);
    }
    for (const field of document.querySelectorAll("input, select, textarea")) {
      if (!isIn(clip, field.getBoundingClientRect())) continue;
      if (field.type === "radio" || field.type === "checkbox") {
        if (field.checked) lines.push(`[x] ${field.labels[0]?.innerText.replace(/\s+/g, " ").trim()}`);
      } else if (field.type !== "hidden") {
        const value = field.tagName === "SELECT" ? field.selectedOptions[0]?.text : field.value;
        lines.push(`[${value.replace(/\s+/g, " ").trim()}]`);
      }
    }
    return `${lines.join("\n")}\n`;
  };
})();
