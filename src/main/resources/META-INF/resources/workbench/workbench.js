// What every page needs: colours, drafts, dropped files, the dialogs.
(() => {
  const $ = (id) => document.getElementById(id);

  // Colours: as the system has them, until somebody chooses.
  const theme = $("theme");
  const dark = () =>
    (document.documentElement.dataset.theme ||
      (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const tell = () => theme.setAttribute("aria-pressed", String(dark()));
  theme.hidden = false;
  tell();
  theme.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    localStorage.setItem("superbill-theme", next);
    tell();
    document.dispatchEvent(new CustomEvent("themed"));
  });

  const help = $("help");
  $("help-open").hidden = false;
  $("help-open").addEventListener("click", () => help.showModal());
  const keys = $("keys-on");
  keys.checked = localStorage.getItem("superbill-keys") !== "off";
  keys.addEventListener("change", () =>
    localStorage.setItem("superbill-keys", keys.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && window.superbill.free(event)) {
      event.preventDefault();
      help.showModal();
    }
  });

  window.superbill = {
    // Whether a single key may do something: keys are on, nobody types, no dialog is open.
    free(event) {
      const at = event.target;
      return (
        keys.checked &&
        !event.ctrlKey && !event.metaKey && !event.altKey &&
        !event.isComposing &&
        !(at instanceof Element &&
          at.closest("input, textarea, select, [contenteditable=true]")) &&
        !document.querySelector("dialog[open]")
      );
    },
    say(words) {
      $("announcement").textContent = words;
    },
  };

  // The form for a note: a draft that lasts as long as the server says, and files.
  const start = $("start");
  if (start) {
    const text = $("text");
    const store = start.dataset.draft === "local" ? localStorage : sessionStorage;
    const name = "superbill-draft";
    const fields = [...start.elements].filter((one) => one.name);
    const count = () => {
      $("text-count").textContent = text.value ? `${text.value.length} of 100000 characters.` : "";
    };
    const keep = () => {
      count();
      store.setItem(name, JSON.stringify(Object.fromEntries(fields.map((one) => [one.name, one.value]))));
    };
    const fresh = !location.search && !$("errors") && !text.value;
    if (fresh && store.getItem(name)) {
      const draft = JSON.parse(store.getItem(name));
      fields.forEach((one) => {
        if (draft[one.name]) one.value = draft[one.name];
      });
    }
    count();
    $("clear").hidden = false;
    $("clear").addEventListener("click", () => {
      store.removeItem(name);
      location.assign("/");
    });
    start.addEventListener("input", keep);
    start.addEventListener("submit", () => store.removeItem(name));
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) start.requestSubmit();
    });
    const read = async (file) => {
      text.value = await file.text();
      keep();
      text.focus();
      window.superbill.say(`${file.name} was read.`);
    };
    $("file").addEventListener("change", (event) => {
      if (event.target.files[0]) read(event.target.files[0]);
    });
    text.addEventListener("dragover", (event) => event.preventDefault());
    text.addEventListener("drop", (event) => {
      const file = event.dataTransfer.files[0];
      if (file) {
        event.preventDefault();
        read(file);
      }
    });
    if ($("errors")) $("errors").focus();
  }
})();
