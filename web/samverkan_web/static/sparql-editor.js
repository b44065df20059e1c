"use strict";
// The editor of queries, in place of a text field that it keeps up to date: colours, completion, and what is wrong where.
// It asks nobody but this site, for the terms that it proposes.
window.queryEditor = (field, { words, terms, run }) => {
  const known = fetch(terms).then((answer) => answer.json());
  const prefixes = known.then((found) => found.prefixes);

  // An IRI as it is written in a query: by a prefix of the query, else by one of ours, which the editor then declares.
  const shortened = (editor, iri, ours) => {
    for (const [name, space] of [...Object.entries(editor.getPrefixesFromQuery()), ...Object.entries(ours)]) {
      const rest = space && iri.startsWith(space) ? iri.slice(space.length) : "";
      if (/^[\w-]+$/.test(rest)) return `${name}:${rest}`;
    }
    return `<${iri}>`;
  };
  const expanded = (editor, text, ours) => {
    const spaces = { ...ours, ...editor.getPrefixesFromQuery() };
    const [, name, rest] = /^([\w-]*):(.*)$/.exec(text) || [];
    return name in spaces ? spaces[name] + rest : text.replace(/[<>]/g, "");
  };

  // Proposes the terms of some kinds: those that a begun IRI or prefixed name begins, or whose name has the typed words.
  const proposing = (...kinds) => ({
    bulk: false,
    autoShow: true,
    persistenceId: null,
    preProcessToken: (editor, token) => token,
    get: (editor, token) =>
      known.then((found) => {
        const text = (token ? token.string : "").trim();
        const start = expanded(editor, text, found.prefixes);
        const low = text.toLowerCase();
        const fits = ([iri, label]) =>
          text.includes(":") || text.startsWith("<")
            ? iri.toLowerCase().startsWith(start.toLowerCase())
            : `${iri.split(/[/#]/).pop()} ${label}`.toLowerCase().includes(low);
        const name = (iri) => iri.split(/[/#]/).pop().toLowerCase();
        const begun = ([iri]) => (name(iri).startsWith(low) ? name(iri).length : 1000); // what begins so comes first, the shortest before
        return kinds.flatMap((kind) => found[kind]).filter(fits).sort((one, other) => begun(one) - begun(other)).slice(0, 60)
          .map(([iri, label]) => `${shortened(editor, iri, found.prefixes)}\t${label}`);
      }),
    postProcessSuggestion: (editor, token, suggestion) => suggestion,
    postprocessHints: (editor, hints) =>
      hints.map((hint) => {
        const [text, label] = hint.text.split("\t");
        return { ...hint, text, displayText: label ? `${text}  ${label}` : text };
      }),
  });
  const conceptAt = (editor) => {
    const token = editor.getCompleteToken();
    const space = editor.getPrefixesFromQuery()[token.string.split(":")[0]] || "";
    return token.string.includes(":") && space.includes("/concept/");
  };

  Yasqe.forkAutocompleter("prefixes", {
    name: "our prefixes",
    persistenceId: null,
    get: () => prefixes.then((found) => Object.entries(found).map(([name, space]) => `${name}: <${space}>`)),
  });
  Yasqe.forkAutocompleter("class", { name: "our classes", ...proposing("classes") });
  Yasqe.forkAutocompleter("property", { name: "our properties", ...proposing("properties") });
  Yasqe.forkAutocompleter("class", { name: "our words", ...proposing("concepts"), isValidCompletionPosition: conceptAt });
  Yasqe.defaults.autocompleters = ["variables", "our prefixes", "our classes", "our words", "our properties"];
  Yasqe.defaults.requestConfig.endpoint = ""; // it is this page that asks

  const place = document.createElement("div");
  field.after(place);
  const editor = new Yasqe(place, {
    value: field.value,
    screenReaderLabel: words.editor,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: Infinity,
    extraKeys: { Tab: false, "Shift-Tab": false, Esc: false, "Ctrl-S": false, "Ctrl-Enter": run, "Cmd-Enter": run },
  });
  const input = editor.getInputField();
  editor.on("change", () => {
    field.value = editor.getValue();
    clear();
  });

  editor.on("autocompletionShown", (_, widget) => widget.hints.setAttribute("aria-label", words.proposals));

  // What the editor itself cannot read is marked in the margin; its own mark needs styles that the policy forbids.
  const check = () => {
    editor.clearGutter("gutterErrorBar");
    const doc = editor.getDoc();
    for (let line = 0; line < doc.lineCount(); line++) {
      if (editor.getTokenAt({ line, ch: doc.getLine(line).length }, true).state.OK !== false) continue;
      const mark = document.createElement("span");
      mark.className = "unread";
      mark.title = words.wrong;
      mark.textContent = "!";
      editor.setGutterMarker(line, "gutterErrorBar", mark);
      return;
    }
  };
  editor.checkSyntax = check;
  check();

  let marks = [];
  const clear = () => {
    for (const unmark of marks) unmark();
    marks = [];
    input.removeAttribute("aria-describedby");
    input.removeAttribute("aria-invalid");
  };
  return {
    place,
    get: () => editor.getValue(),
    set: (text) => editor.setValue(text),
    focus: () => editor.focus(),
    refresh: () => editor.refresh(),
    clear,
    // Shows what is wrong at a line and a column, both counted from 1, the column in characters.
    mark: (line, column, message) => {
      clear();
      const doc = editor.getDoc();
      const at = Math.min(line - 1, doc.lastLine());
      const text = doc.getLine(at);
      const ch = Math.min([...text].slice(0, column - 1).join("").length, text.length);
      // The word at that place; where there is none, the one before it.
      const [word] = /^\S[\w:-]*/.exec(text.slice(ch)) || [""];
      const from = word ? ch : ch - (/\S*\s*$/.exec(text.slice(0, ch)) || [""])[0].length;
      const range = doc.markText({ line: at, ch: from }, { line: at, ch: ch + word.length }, { className: "wrong-here" });
      const note = document.createElement("p");
      note.className = "wrong-note";
      note.textContent = message;
      const widget = editor.addLineWidget(at, note);
      marks = [() => range.clear(), () => widget.clear()];
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", "error");
      doc.setCursor({ line: at, ch });
    },
  };
};
