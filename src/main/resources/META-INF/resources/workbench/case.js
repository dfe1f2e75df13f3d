// The page of a case: lines and their words, keys, selections, time.
(() => {
  const $ = (id) => document.getElementById(id);
  const page = $("case");
  const dialog = $("dialog");
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

  // Lines light up their words, and words their lines.
  const light = (keys) => {
    all(".lit").forEach((one) => one.classList.remove("lit"));
    if (!keys.length) return;
    const has = (mark) => mark.dataset.keys.split(" ").some((key) => keys.includes(key));
    all("mark[data-keys]").filter(has).forEach((mark) => mark.classList.add("lit"));
    all("[data-key]").filter((row) => keys.includes(row.dataset.key))
      .forEach((row) => row.classList.add("lit"));
  };
  const keysAt = (target) => {
    if (!(target instanceof Element)) return [];
    const mark = target.closest("mark[data-keys]");
    if (mark) return mark.dataset.keys.split(" ");
    const row = target.closest("[data-key]");
    return row ? [row.dataset.key] : [];
  };
  for (const kind of ["mouseover", "focusin"]) {
    page.addEventListener(kind, (event) => light(keysAt(event.target)));
  }
  const show = (element) => {
    if (element) element.scrollIntoView({ block: "nearest" });
  };
  const wordsOf = (key) => all("mark[data-keys]").find((mark) => mark.dataset.keys.split(" ").includes(key));
  page.addEventListener("focusin", (event) => {
    if (event.target.matches(".line")) show(wordsOf(event.target.dataset.key));
  });
  const toLine = (mark) => {
    const row = mark.dataset.keys.split(" ")
      .map((key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`)).find(Boolean);
    if (row) {
      row.focus();
      show(row);
    }
  };
  page.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-keys]");
    if (mark && getSelection().isCollapsed) toLine(mark);
    const quote = event.target.closest("a.quote");
    if (quote) {
      event.preventDefault();
      const words = $("words-" + quote.dataset.at);
      if (words) {
        words.focus();
        show(words);
      }
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) dialog.close();
  });

  // The line that keys are about.
  const lines = () => all(".line");
  let current = "";
  const line = () => lines().find((one) => one.dataset.key === current);
  const choose = (one) => {
    current = one.dataset.key;
    lines().forEach((other) => {
      other.toggleAttribute("data-current", other === one);
      other.tabIndex = other === one ? 0 : -1;
    });
  };
  page.addEventListener("focusin", (event) => {
    const one = event.target.closest(".line");
    if (one) choose(one);
  });
  const step = (by) => {
    const every = lines();
    if (!every.length) return;
    const here = document.activeElement.closest(".line");
    const at = here ? every.indexOf(here) : every.indexOf(line()) - (by > 0 ? 1 : 0);
    const next = every[Math.min(every.length - 1, Math.max(0, at + by))];
    next.focus();
    show(next);
  };
  const press = (id) => {
    const button = typeof id === "string" ? $(id) : id;
    if (button && !button.disabled) button.click();
  };
  const act = (name) => {
    const one = line();
    if (one) press(one.querySelector(`[data-act=${name}]`));
  };
  const deeds = {
    j: () => step(1),
    k: () => step(-1),
    a: () => act("accept"),
    c: () => act("change"),
    r: () => act("reject"),
    u: () => press("undo"),
    q: () => press("ask"),
    s: () => press("sign"),
    n: () => press("next-case"),
    w: () => pick(),
    "+": () => addSelected(),
  };
  document.addEventListener("keydown", (event) => {
    const mark = event.target instanceof Element && event.target.closest("mark[data-keys]");
    if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      toLine(mark);
      return;
    }
    if (event.target === $("note") && moved(event)) return;
    if (deeds[event.key] && window.superbill.free(event)) {
      event.preventDefault();
      deeds[event.key]();
    }
  });

  // Words selected, as offsets into the note's text. Every stretch of text knows where it starts.
  const offset = (node, at) => {
    if (node.nodeType === Node.TEXT_NODE && node.parentElement.dataset.start) {
      return Number(node.parentElement.dataset.start) + at;
    }
    return null;
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const parts = all("#note [data-start]").filter((part) => range.intersectsNode(part));
    if (!parts.length) return null;
    const startOf = (part) => Number(part.dataset.start);
    const first = parts[0];
    const last = parts[parts.length - 1];
    const start = offset(range.startContainer, range.startOffset) ?? startOf(first);
    const end = offset(range.endContainer, range.endOffset) ?? startOf(last) + last.textContent.length;
    return start < end ? { start, end } : null;
  };
  document.addEventListener("selectionchange", () => {
    $("add-selected").disabled = !selected() || $("claim").dataset.status === "signed";
  });
  const addSelected = () => {
    if ($("claim").dataset.status === "signed") return;
    htmx.ajax("POST", `/cases/${page.dataset.case}/add`,
      { target: "#dialog-body", swap: "innerHTML", values: selected() ?? {} });
  };
  $("add-selected").addEventListener("mousedown", (event) => event.preventDefault());
  $("add-selected").addEventListener("click", addSelected);

  // Words selected by keys: the arrows move by a word, and over what is none.
  const WORD = /[\p{L}\p{N}]/u;
  const take = (selection, way, unit) => {
    for (let tries = 0; tries < 9; tries++) {
      if (way === "forward") selection.collapseToEnd();
      else selection.collapseToStart();
      if (way === "backward" || unit === "line") selection.modify("move", way, unit);
      selection.modify("extend", "forward", "word");
      if (WORD.test(selection.toString())) return;
      if (way === "backward") selection.collapseToStart();
    }
  };
  const pick = () => {
    const note = $("note");
    const first = note.querySelector("[data-start]");
    if (!first) return;
    note.focus();
    if (!selected()) {
      getSelection().collapse(first.firstChild, 0);
      take(getSelection(), "forward", "word");
    }
    window.superbill.say("Arrow keys move by a word, with Shift they select, Enter adds a code.");
  };
  $("pick-words").addEventListener("click", pick);
  const moved = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const way = { ArrowRight: "forward", ArrowLeft: "backward" }[event.key];
    const up = { ArrowDown: "forward", ArrowUp: "backward" }[event.key];
    const selection = getSelection();
    if (event.key === "Enter" && selected()) {
      event.preventDefault();
      addSelected();
      return true;
    }
    if ((!way && !up) || !selection.rangeCount) return false;
    event.preventDefault();
    if (event.shiftKey) {
      const before = selection.toString();
      for (let tries = 0; tries < 9; tries++) {
        selection.modify("extend", way || up, way ? "word" : "line");
        const now = selection.toString();
        if (WORD.test(now.length > before.length ? now.slice(before.length) : now)) break;
      }
    } else {
      take(selection, way || up, way ? "word" : "line");
    }
    window.superbill.say(selection.toString());
    return true;
  };

  // Dialogs are filled by the server.
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "dialog-body" && !dialog.open) dialog.showModal();
    if (event.target.id === "dialog-body") {
      const first = dialog.querySelector("#q, input[type=radio]:checked, textarea");
      if (first && event.detail.requestConfig.elt.id !== "q") first.focus();
    }
  });
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status < 400) return;
    const inside = dialog.open && dialog.querySelector(".dialog-problem");
    event.detail.target = inside || $("problem");
    event.detail.swapOverride = "innerHTML";
  });
  document.body.addEventListener("htmx:sendError", () => {
    window.superbill.say("The server cannot be reached. Nothing was changed.");
    $("problem").innerHTML = '<p class="problem">The server cannot be reached. Nothing was changed.</p>';
  });
  document.body.addEventListener("decided", () => {
    seconds = 0;
    if (dialog.open) dialog.close();
  });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (!["claim", "note"].includes(event.target.id)) return;
    const one = line();
    if (one) {
      choose(one);
      if (document.activeElement === document.body) one.focus({ preventScroll: true });
    }
    draw();
  });

  // How long somebody worked: while the page is seen and something was done in the last half minute.
  const IDLE = 30000;
  const name = "superbill-seconds-" + page.dataset.case;
  let seconds = Number(sessionStorage.getItem(name) || 0);
  let last = Date.now();
  for (const kind of ["pointermove", "pointerdown", "keydown", "scroll", "wheel"]) {
    addEventListener(kind, () => (last = Date.now()), { passive: true, capture: true });
  }
  setInterval(() => {
    if (document.visibilityState === "visible" && Date.now() - last < IDLE) {
      seconds++;
      sessionStorage.setItem(name, seconds);
    }
  }, 1000);
  document.body.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.path.endsWith("/decisions")) event.detail.parameters.activeSeconds = String(seconds);
  });

  // Pairs that exclude each other are drawn between their rows; the list below says the same.
  const draw = () => {
    const svg = $("connectors");
    if (!svg) return;
    const box = $("claim").getBoundingClientRect();
    const paths = all("#conflicts [data-from]").map((pair, number) => {
      const [from, to] = [pair.dataset.from, pair.dataset.to].map((key) => $("row-" + key));
      if (!from || !to) return "";
      const middle = (row) => row.getBoundingClientRect().top - box.top + 18;
      const out = 4 + (number % 3) * 5;
      const [a, b] = [middle(from), middle(to)];
      return `<path class="${pair.dataset.severity}" d="M18 ${a}H${out}V${b}H18"/><circle cx="18" cy="${a}" r="3"/><circle cx="18" cy="${b}" r="3"/>`;
    });
    svg.innerHTML = paths.join("");
  };
  new ResizeObserver(draw).observe($("claim-pane"));
  addEventListener("load", draw);
  page.addEventListener("toggle", draw, true);
  if (lines().length) choose(lines()[0]);
  draw();
})();
