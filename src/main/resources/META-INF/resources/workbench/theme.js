// Before anything is drawn: the colours that were chosen last.
(() => {
  const chosen = localStorage.getItem("superbill-theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
})();
