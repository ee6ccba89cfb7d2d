(() => {
"use strict";

// Everything that is shown comes from the report embedded in this page, and goes into it as text, never as markup.
const report = JSON.parse(document.getElementById("report").textContent);
const main = document.getElementById("main");

/* ---- Building blocks ---- */

const build = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
};
const el = (tag, attributes, ...children) => build(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

const figure = new Intl.NumberFormat("en-GB");
const short = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });
const counted = (n, one, many) => `${figure.format(n)} ${n === 1 ? one : many || one + "s"}`;
const sum = (list, of) => list.reduce((total, item) => total + of(item), 0);
const grouped = (list, by) => {
  const groups = new Map();
  for (const item of list) {
    const key = by(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
};
const joined = (items, between = ", ") => items.flatMap((item, i) => i ? [between, item] : [item]);
const upper = text => text.charAt(0).toUpperCase() + text.slice(1);
const time = text => {
  const at = new Date(text);
  return isNaN(at) ? text : at.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" }) + " UTC";
};

const ICONS = {
  passed: "M3 9l4 4 7-9", failed: "M4 4l9 9M13 4l-9 9", frozen: "M5 3v11M12 3v11", empty: "M8.5 3a5.5 5.5 0 1 0 .01 0",
  "not-applicable": "M3 8.5h11", yes: "M3 9l4 4 7-9", no: "M4 4l9 9M13 4l-9 9", unknown: "M5.5 6a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1-1.4 2M8.5 14v.1",
};
const icon = name => svg("svg", { class: "icon", viewBox: "0 0 17 17", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
const OUTCOMES = { passed: "passed", failed: "failed", frozen: "frozen", empty: "found nothing", "not-applicable": "not applicable" };
const mark = outcome => el("span", { class: `mark o-${outcome}` }, icon(outcome), OUTCOMES[outcome]);

/* Long names break where a reader would break them: after dots and slashes, and before a capital; but no file loses its ending. Short ones stay whole. */
const brokenName = (name, whole = 24) => name.length <= whole ? [name] : joined(name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[./#_$-])(?=.)(?!(?:java|kt|sql|json)\b)/), null).map(part => part === null ? el("wbr") : part);
const breakable = text => String(text).split(/(?<= )/).flatMap(name => brokenName(name));
const code = (text, attributes) => el("code", attributes || null, breakable(text));
const simple = type => type.slice(type.lastIndexOf(".") + 1).replaceAll("$", ".");
const typeName = type => code(simple(type), { title: type });
const place = location => location.file ? location.file + (location.line > 0 ? ":" + location.line : "") : location.type + (location.line > 0 ? ":" + location.line : "");
const where = location => el("span", { class: "where", title: location.type }, breakable(place(location)));
const linesOf = places => (lines => lines.length ? ":" + lines.join(", ") : "")([...new Set(places.map(each => each.line).filter(line => line > 0))].sort((a, b) => a - b));
const fileOnly = location => el("span", { class: "where", title: place(location) },
  breakable((location.file ? location.file.slice(location.file.lastIndexOf("/") + 1) : simple(location.type)) + (location.line > 0 ? ":" + location.line : "")));

const UNITS = [["D", "day", "d"], ["H", "hour", "h"], ["M", "minute", "m"], ["S", "second", "s"]];
/* As people say it, of 90s, PT1M30S, P14D; anything else stays as it is written. */
const duration = text => {
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (iso && /\d/.test(text)) return UNITS.map(([, unit], i) => iso[i + 1] ? counted(+iso[i + 1], unit) : null).filter(Boolean).join(" ");
  const simple = /^(\d+)([dhms])$/.exec(text);
  const unit = simple && UNITS.find(each => each[2] === simple[2]);
  return unit ? counted(+simple[1], unit[1]) : text;
};
/* What is told of a place or a length of time, as it is told elsewhere on the page. */
const evidenceParts = sentence => sentence.split(/((?:[\w.$-]+\/)+[\w$-]+\.\w+(?::\d+)?|\bP(?:\d+D)?(?:T(?:\d+[HMS])+)?\b)/).map((part, i) => {
  if (i % 2 === 0) return breakable(part);
  const steps = part.split("/");
  return steps.length > 1 ? el("span", { class: "where", title: part }, breakable(steps.slice(/^\d/.test(steps.at(-1)) ? -2 : -1).join("/"))) : duration(part);
});

const hash = (kind, value) => "#" + kind + "=" + encodeURIComponent(value).replaceAll("%3D", "=");
const byType = new Map(report.messages.map(message => [message.type, message]));
const valueTypes = new Map(report.types.map(type => [type.type, type]));
const contexts = new Map(report.contexts.map(context => [context.name, context]));
const KINDS = ["command", "event", "query", "deadline"];
const plural = kind => kind === "query" ? "queries" : kind + "s";
const kindMark = kind => el("span", { class: `kind k-${kind}`, title: kind }, el("span", { "aria-hidden": "true" }, kind.charAt(0).toUpperCase()), el("span", { class: "hidden-text" }, kind + " "));
const messageLink = (type, kind) => {
  const message = byType.get(type);
  return message
    ? el("a", { class: "m", href: hash("message", type), title: type }, kindMark(message.kind), el("code", null, brokenName(simple(type), 20)))
    : el("span", { title: type }, kind ? kindMark(kind) : null, code(simple(type)));
};
const contextLink = name => contexts.has(name) ? el("a", { href: hash("context", name) }, name) : name;
const kindCounts = passages => KINDS.map(kind => [passages.filter(passage => passage.kind === kind).length, kind])
  .filter(([n]) => n).map(([n, kind]) => counted(n, kind, plural(kind)));
const kindCountsText = passages => kindCounts(passages).join(", ") || "no messages";

const table = ({ caption, hidden, head, rows, style, stack = true }) => el("div", { class: "scroll", tabindex: stack ? null : "0", role: stack ? null : "region", "aria-label": stack ? null : caption },
  el("table", { class: [stack ? "stack" : null, style].filter(Boolean).join(" ") || null },
    caption ? el("caption", null, hidden ? el("span", { class: "hidden-text" }, caption) : caption) : null,
    el("thead", null, el("tr", null, head.map(title => el("th", { scope: "col", class: title.n ? "n" : null }, title.to ? el("a", { href: title.to }, title.words) : title.hidden ? el("span", { class: "hidden-text" }, title.hidden) : title.n || title)))),
    el("tbody", null, rows.map(row => el("tr", row.attributes || null, (row.cells || row).map((cell, i) => {
      const title = head[i].hidden ? "" : head[i].n || head[i].words || head[i];
      const attributes = { class: head[i].n ? "n" : null, "data-label": stack && i && title ? title : null };
      return i ? el("td", attributes, cell) : el("th", { scope: "row" }, cell);
    }))))));
const opening = (id, style, head, body, open) => el("details", { id, class: `row ${style}`, open }, el("summary", null, el("div", { class: "head" }, head)), el("div", { class: "body" }, body));
const choice = (name, title, options, chosen, onchange) => el("fieldset", null, el("legend", null, title),
  el("div", { class: "choice" }, options.map(([value, label, count]) => el("label", null,
    el("input", { type: "radio", name, value, checked: value === chosen, onchange: event => onchange(event.target.value) }), label, count === undefined ? null : el("small", null, " " + count)))));

const sections = [];
const section = (id, title, note, intro, ...content) => {
  const node = el("section", { id, "aria-labelledby": id + "-title" }, el("h2", { id: id + "-title" }, title), intro ? el("p", { class: "intro" }, intro) : null, content);
  sections.push({ id, title, note, node });
  main.append(node);
  return node;
};

/* ---- Traffic ---- */

const traffic = new Map();
for (const passage of report.traffic ? report.traffic.passages : []) {
  traffic.set(passage.from + ">" + passage.to + ">" + passage.type, passage);
}
const trafficOf = (from, to, type) => traffic.get(from + ">" + to + ">" + type);
const edgeTraffic = edge => sum(edge.passages, passage => (trafficOf(edge.from, edge.to, passage.type) || { count: 0 }).count);

/* ---- Verdict: the figures are there already; add each rule at a glance, and what must be mended ---- */

const violationTitle = violation => simple(violation.location.type) + (violation.location.member && !violation.location.member.startsWith("<") ? "." + violation.location.member : "");

const completeVerdict = () => {
  const verdict = document.getElementById("verdict");
  const figures = verdict.querySelector(".figures");
  const provenance = verdict.querySelector(".provenance");
  if (report.rules.length) {
    figures.after(el("ul", { class: "strip", "aria-hidden": "true" },
      report.rules.map(rule => el("li", { class: `o-${rule.outcome}`, title: `${rule.sentence}: ${OUTCOMES[rule.outcome]}` }, icon(rule.outcome)))));
  }
  const faults = report.rules.filter(rule => rule.outcome === "failed" || rule.outcome === "empty");
  const breaking = report.change ? report.change.messages.filter(change => change.breaking) : [];
  if (faults.length + breaking.length) {
    provenance.before(el("div", { class: "mend" }, el("h2", null, "To be mended"), el("ul", null,
      faults.map(rule => el("li", null, el("span", { class: `mark o-${rule.outcome}`, title: OUTCOMES[rule.outcome] }, icon(rule.outcome), el("span", { class: "hidden-text" }, OUTCOMES[rule.outcome] + ": ")),
        el("div", null, el("a", { href: hash("rule", rule.id) }, rule.sentence),
          el("p", { class: "where" }, rule.violations.length
            ? [breakable(place(rule.violations[0].location)), rule.violations.length > 1 ? ` and ${counted(rule.violations.length - 1, "more place")}` : null]
            : "found nothing to look at")))),
      breaking.map(change => el("li", null, el("span", { class: "mark o-failed" }, icon("failed"), el("span", { class: "hidden-text" }, "incompatible: ")),
        el("div", null, el("a", { href: hash("change", change.type) }, `What was written of ${simple(change.type)} can still be read`),
          el("p", { class: "small muted" }, change.details.join(" "))))))));
  }
  document.getElementById("static").remove();
  sections.push({ id: "verdict", title: "Verdict", note: report.rules.length ? (report.verdict.kept ? "kept" : "broken") : "", bad: !report.verdict.kept, node: verdict });
};

/* ---- Rules ---- */

const examined = rule => Object.entries(rule.examined).map(([thing, n]) => n === 1 ? `${thing}: 1` : `${figure.format(n)} ${thing}`).join(", ");
/* Files by their names alone. */
const shortened = step => step.replace(/[^\s()]*\/(?=[^/\s()]+:\d)/g, "");
/* A way of one step, from the place itself to what the sentence names already, says nothing new. */
const tellsMore = violation => violation.path.length > 2 || violation.path.length > 0 && !(shortened(violation.path[0]).startsWith(violationTitle(violation)) && violation.what.includes(violation.path.at(-1)));
const violationNode = (violation, fresh, remedy = true) => el("div", { class: "violation" + (fresh ? " new" : "") },
  violation.what.startsWith(violationTitle(violation)) ? null : el("p", null, el("strong", null, breakable(violationTitle(violation)))),
  el("p", { class: "what" }, breakable(violation.what)),
  el("p", { class: "where" }, breakable(place(violation.location))),
  tellsMore(violation) ? el("ol", { "aria-label": "How it comes to that" }, violation.path.map(step => el("li", null, breakable(shortened(step))))) : null,
  remedy ? el("p", { class: "todo" }, el("b", null, "To do: "), violation.remedy) : null);
/* A remedy that is the same everywhere is said once. */
const violationNodes = (violations, title, fresh) => {
  const once = violations.length > 1 && violations.every(violation => violation.remedy === violations[0].remedy);
  return el("div", { class: "violations" }, el("h4", null, `${title} ${counted(violations.length, "place")}`),
    once ? el("p", { class: "todo" }, el("b", null, "To do at each: "), violations[0].remedy) : null,
    violations.map(violation => violationNode(violation, fresh, !once)));
};

const ruleNode = rule => opening("rule=" + rule.id, "rule",
  [mark(rule.outcome), el("span", { class: "grow" }, rule.sentence), el("small", { class: "muted" }, rule.violations.length || rule.frozen.length
    ? [[rule.violations.length, "place", "places"], [rule.frozen.length, "known place", "known places"]].filter(([n]) => n).map(words => counted(...words)).join(", ") : examined(rule), rule.granted.length ? `; ${counted(rule.granted.length, "exception")}` : null)],
  [el("dl", { class: "facts" },
    el("dt", null, "Why"), el("dd", null, rule.reason),
    el("dt", null, "Looked at"), el("dd", null, examined(rule) || "nothing"),
    el("dt", null, "Name"), el("dd", null, code(rule.id))),
  rule.outcome === "empty" ? el("p", { class: "note" }, "It found nothing to look at, though it should have. Either what it is about has gone, or it looks in the wrong place; until that is known it proves nothing.") : null,
  rule.violations.length ? violationNodes(rule.violations, "Broken at", true) : null,
  rule.frozen.length ? violationNodes(rule.frozen, "Known to the baseline:", false) : null,
  rule.granted.length ? el("div", { class: "violations" }, el("h4", null, `Granted: ${counted(rule.granted.length, "exception")}`), rule.granted.map(granted => el("div", { class: "violation" },
    el("p", null, el("strong", null, breakable(granted.what))), el("p", { class: "what" }, granted.reason),
    granted.places.length ? [el("p", { class: "small" }, `Let pass at ${counted(granted.places.length, "place")}`), el("ul", { class: "list" }, [...grouped(granted.places, at => at.file || at.type)].map(([file, places]) => el("li", null, el("span", { class: "where" }, breakable(file), linesOf(places)))))] : el("p", { class: "note" }, "Nothing makes use of it.")))) : null,
  rule.resolved.length ? el("div", { class: "violations" }, el("h4", null, "Known to the baseline, and gone"), el("ul", { class: "list" }, rule.resolved.map(key => el("li", null, code(key))))) : null],
  rule.outcome === "failed" || rule.outcome === "empty");

const rulesSection = () => {
  const present = Object.keys(OUTCOMES).filter(outcome => report.rules.some(rule => rule.outcome === outcome));
  const nodes = new Map(report.rules.map(rule => [rule, ruleNode(rule)]));
  const groups = [...grouped(report.rules, rule => rule.law)].map(([law, rules]) => ({
    rules, node: el("div", { class: "group" }, el("h3", null, law, el("small", null, `${rules.filter(rule => rule.outcome === "passed").length} of ${rules.length} passed`)), rules.map(rule => nodes.get(rule))),
  }));
  const show = outcome => {
    for (const [rule, node] of nodes) node.classList.toggle("filtered", outcome !== "all" && rule.outcome !== outcome);
    for (const group of groups) group.node.classList.toggle("filtered", group.rules.every(rule => nodes.get(rule).classList.contains("filtered")));
  };
  rulesSection.reveal = () => {
    const all = document.querySelector("input[name=outcome][value=all]");
    if (all && !all.checked) { all.checked = true; show("all"); }
  };
  const broken = report.rules.filter(rule => rule.outcome === "failed" || rule.outcome === "empty").length;
  section("rules", "Rules", broken ? `${broken} broken` : `${report.rules.length}`,
    "Each rule is a sentence about the compiled code, checked at every build. A rule that found nothing to look at has not been kept.",
    present.length > 1 ? el("div", { class: "controls" }, choice("outcome", "Show", [["all", "all", report.rules.length],
      ...present.map(outcome => [outcome, OUTCOMES[outcome], report.rules.filter(rule => rule.outcome === outcome).length])], "all", show)) : null,
    groups.map(group => group.node));
};

/* ---- Context map ---- */

const permutations = function* (items) {
  if (items.length < 2) { yield items; return; }
  for (let i = 0; i < items.length; i++) {
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [items[i], ...rest];
  }
};

/* In a ring, neighbours next to each other; whoever is connected with nearly all of the others goes into the middle. */
const arranged = () => {
  const names = [...new Set([...report.contexts.map(context => context.name), ...report.map.messages.concat(report.map.code).flatMap(edge => [edge.from, edge.to])])].sort();
  const weight = new Map();
  const pair = (a, b) => a < b ? a + ">" + b : b + ">" + a;
  for (const edge of [...report.map.messages, ...report.map.code]) weight.set(pair(edge.from, edge.to), (weight.get(pair(edge.from, edge.to)) || 0) + 1);
  const degree = name => names.filter(other => other !== name && weight.has(pair(name, other))).length;
  const hubs = names.length > 3 ? names.filter(name => degree(name) >= 0.7 * (names.length - 1)) : [];
  const hub = hubs.length === 1 ? hubs[0] : null;
  const ring = names.filter(name => name !== hub);
  const cost = order => {
    let total = 0;
    for (let i = 0; i < order.length; i++) {
      for (let j = i + 1; j < order.length; j++) {
        total += (weight.get(pair(order[i], order[j])) || 0) * Math.pow(Math.min(j - i, order.length - j + i), 2);
      }
    }
    return total;
  };
  let best = ring;
  if (ring.length > 2 && ring.length <= 8) {
    let least = Infinity;
    for (const rest of permutations(ring.slice(1))) {
      const order = [ring[0], ...rest], costs = cost(order);
      if (costs < least) { least = costs; best = order; }
    }
  } else if (ring.length > 8) {
    for (let improved = true; improved;) {
      improved = false;
      for (let i = 1; i < best.length; i++) {
        for (let j = i + 1; j < best.length; j++) {
          const swapped = [...best];
          [swapped[i], swapped[j]] = [best[j], best[i]];
          if (cost(swapped) < cost(best)) { best = swapped; improved = true; }
        }
      }
    }
  }
  return { hub, ring: best };
};

const cyclic = (graph, from, to) => report.map.cycles.filter(cycle => (cycle.graph === "code") === (graph === "code")
  && cycle.contexts.some((name, i) => name === from && cycle.contexts[(i + 1) % cycle.contexts.length] === to));

/* Labels slide along their edges until none covers another or a context. */
const settle = (pieces, nodes) => {
  const box = (piece, part) => { const { x, y } = piece.at(part); return { x, y, w: piece.plate / 2 + 2, h: piece.tall / 2 + 2 }; };
  const covered = (a, b) => Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x - a.w, b.x - b.w)) * Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y - a.h, b.y - b.h));
  const cost = (piece, part) => {
    const own = box(piece, part);
    return sum(pieces, other => other === piece ? 0 : covered(own, box(other, other.part))) + sum(nodes, node => 2 * covered(own, node)) + 40 * Math.abs(part - 0.5);
  };
  for (let round = 0; round < 6; round++) {
    for (const piece of pieces) {
      let least = cost(piece, piece.part);
      for (let part = 0.2; part <= 0.801; part += 0.04) {
        const costs = cost(piece, part);
        if (costs < least - 0.01) { least = costs; piece.part = part; }
      }
    }
  }
};

/* How wide words are in the drawing. */
const widthIn = font => {
  const paper = document.createElement("canvas").getContext("2d");
  paper.font = font + " " + getComputedStyle(document.body).fontFamily;
  return words => paper.measureText(words).width;
};
const wide15 = widthIn("600 15px"), plain12 = widthIn("12px"), bold12 = widthIn("700 12px");

const drawing = (arrangement, graph, edges, width, labels, describe, choose) => {
  const { hub, ring } = arrangement;
  const many = ring.length > 8;
  const W = many ? Math.max(width, 900) : width;
  const tight = width < 450;
  const H = many ? W * 0.8 : ring.length < 4 && !hub ? 300 : tight ? 600 : 480;
  const nodes = new Map();
  const half = name => Math.max(34, wide15(name) / 2 + 12);
  const widest = Math.max(...ring.map(half), 40);
  const rx = W / 2 - widest - 4, ry = H / 2 - 26;
  ring.forEach((name, i) => {
    const angle = -Math.PI / 2 + 2 * Math.PI * i / ring.length;
    const down = ry * Math.sin(angle) * (many && i % 2 ? 0.85 : 1);
    const y = H / 2 + (tight && hub ? Math.sign(Math.round(down) || -1) * Math.max(Math.abs(down), 145) : down);
    nodes.set(name, { x: W / 2 + rx * Math.cos(angle), y, w: half(name), h: 19 });
  });
  if (hub) nodes.set(hub, { x: W / 2, y: H / 2, w: half(hub), h: 19 });
  const outside = (point, node, pad) => Math.abs(point.x - node.x) > node.w + pad || Math.abs(point.y - node.y) > node.h + pad;
  const heaviest = Math.max(1, ...edges.map(edge => edge.weight));
  const pieces = edges.filter(edge => nodes.has(edge.from) && nodes.has(edge.to) && edge.from !== edge.to).map(edge => {
    const a = nodes.get(edge.from), b = nodes.get(edge.to);
    const dx = b.x - a.x, dy = b.y - a.y, distance = Math.hypot(dx, dy) || 1;
    const both = edges.some(other => other.from === edge.to && other.to === edge.from);
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const throughHub = hub && edge.from !== hub && edge.to !== hub;
    let bow = both ? Math.min(0.24 * distance, 60) : throughHub ? 0 : 0.06 * distance;
    let nx = -dy / distance, ny = dx / distance;
    if (throughHub) {
      const outward = (middle.x - W / 2) * nx + (middle.y - H / 2) * ny < 0 ? -1 : 1;
      const near = Math.hypot((middle.x - W / 2) / rx, (middle.y - H / 2) / ry);
      bow = outward * (near < 0.5 ? 0.5 * distance : 0.12 * distance);
    }
    const c = { x: middle.x + nx * bow, y: middle.y + ny * bow };
    const at = t => ({ x: (1 - t) * (1 - t) * a.x + 2 * t * (1 - t) * c.x + t * t * b.x, y: (1 - t) * (1 - t) * a.y + 2 * t * (1 - t) * c.y + t * t * b.y });
    let t0 = 0, t1 = 1;
    while (t0 < 0.5 && !outside(at(t0), a, 3)) t0 += 0.004;
    while (t1 > 0.5 && !outside(at(t1), b, 4)) t1 -= 0.004;
    const from = at(t0), to = at(t1);
    const control = { x: (1 - t0) * (1 - t1) * a.x + (t0 * (1 - t1) + t1 * (1 - t0)) * c.x + t0 * t1 * b.x, y: (1 - t0) * (1 - t1) * a.y + (t0 * (1 - t1) + t1 * (1 - t0)) * c.y + t0 * t1 * b.y };
    const angle = Math.atan2(to.y - control.y, to.x - control.x);
    const corner = (turn, size) => `${(to.x - size * Math.cos(angle + turn)).toFixed(1)},${(to.y - size * Math.sin(angle + turn)).toFixed(1)}`;
    const base = { x: to.x - 8 * Math.cos(angle), y: to.y - 8 * Math.sin(angle) };
    const path = `M${from.x.toFixed(1)},${from.y.toFixed(1)} Q${control.x.toFixed(1)},${control.y.toFixed(1)} ${base.x.toFixed(1)},${base.y.toFixed(1)}`;
    const cycles = cyclic(graph, edge.from, edge.to);
    const fault = cycles.some(cycle => !cycle.allowed);
    const lines = labels(edge);
    if (fault) lines.push("↻ cycle"); else if (cycles.length) lines[0] += " ↻";
    const plate = Math.max(...lines.map(fault ? bold12 : plain12)) + 12;
    const tall = lines.length * 15 + 4;
    const describing = `${edge.from} to ${edge.to}: ${describe(edge)}${fault ? "; in a cycle that is a fault" : cycles.length ? "; in a cycle that is allowed" : ""}; shown as ${lines.join(" ")}`;
    const activate = () => choose(edge, node);
    const node = svg("g", { class: "edge" + (fault ? " fault" : ""), role: "button", tabindex: "0", "aria-pressed": "false", "aria-label": describing, "data-edge": `${graph}:${edge.from}>${edge.to}`,
      onclick: activate,
      onkeydown: event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); activate(); } } },
      svg("title", null, describing),
      svg("path", { class: "reach", d: path }),
      svg("path", { class: "line" + (edge.dashed ? " events" : ""), d: path, "stroke-width": (1.4 + 2.6 * Math.log1p(edge.weight) / Math.log1p(heaviest)).toFixed(1) }),
      svg("path", { class: "tip", d: `M${to.x.toFixed(1)},${to.y.toFixed(1)} L${corner(0.42, 11)} L${corner(-0.42, 11)} Z` }));
    node.edge = edge;
    return { node, lines, plate, tall, at: part => at(t0 + (t1 - t0) * part), part: both ? 0.38 : 0.5 };
  });
  settle(pieces, [...nodes.values()]);
  for (const { node, lines, plate, tall, at, part } of pieces) {
    const spot = at(part);
    build(node, null, [svg("rect", { class: "plate", x: (spot.x - plate / 2).toFixed(1), y: (spot.y - tall / 2).toFixed(1), width: plate.toFixed(1), height: tall, rx: 4 }),
      lines.map((line, i) => [" ", svg("text", { "aria-hidden": "true", x: spot.x.toFixed(1), y: (spot.y + (i - (lines.length - 1) / 2) * 15).toFixed(1) }, line)])]);
  }
  const drawn = pieces.map(piece => piece.node);
  const heights = [...nodes.values()].flatMap(node => [node.y - node.h, node.y + node.h]).concat(pieces.flatMap(({ at, part, tall }) => [at(part).y - tall / 2, at(part).y + tall / 2, at(0.25).y, at(0.5).y, at(0.75).y]));
  const top = Math.min(...heights) - 4, bottom = Math.max(...heights) + 4;
  const picture = svg("svg", { class: many ? "graph many" : "graph", viewBox: `0 ${top.toFixed(0)} ${W} ${(bottom - top).toFixed(0)}`, role: "group", "aria-label": graph === "code" ? "Contexts and who needs whose types to compile" : "Contexts and the messages between them" },
    drawn, [...nodes].map(([name, node]) => svg("a", { class: "node", href: hash("context", name), "aria-label": `Context ${name}` },
      svg("rect", { x: (node.x - node.w).toFixed(1), y: (node.y - node.h).toFixed(1), width: (2 * node.w).toFixed(1), height: 2 * node.h, rx: 8 }),
      svg("text", { x: node.x.toFixed(1), y: node.y.toFixed(1) }, name))));
  const near = keep => () => {
    picture.classList.toggle("busy", !!keep);
    for (const edge of drawn) edge.classList.toggle("near", !!keep && keep(edge));
  };
  for (const node of picture.querySelectorAll("a.node")) {
    const name = node.querySelector("text").textContent;
    node.addEventListener("pointerenter", near(edge => edge.edge.from === name || edge.edge.to === name));
    node.addEventListener("pointerleave", near(null));
  }
  return picture;
};

const GRAPHS = { messages: "messages", commands: "commands alone", code: "types at compile time" };
const mapSection = () => {
  const arrangement = arranged();
  const messages = report.map.messages.map(edge => ({ ...edge, graph: "messages", weight: report.traffic ? edgeTraffic(edge) : edge.passages.length, dashed: edge.passages.every(passage => passage.kind === "event") }));
  const needs = report.map.code.map(edge => ({ ...edge, graph: "code", weight: edge.uses }));
  const letters = edge => KINDS.map(kind => [edge.passages.filter(passage => passage.kind === kind).length, kind.charAt(0).toUpperCase()]).filter(([n]) => n).map(([n, letter]) => n + " " + letter).join("  ");
  const messageLabel = edge => report.traffic ? [letters(edge), short.format(edge.weight) + "×"] : [letters(edge)];
  const messageWords = edge => kindCountsText(edge.passages) + (report.traffic ? `, measured ${figure.format(edge.weight)} times` : "");
  const codeWords = edge => `${counted(edge.types.length, "type")}, named at ${counted(edge.uses, "place")}`;
  const figures = { messages: el("figure", { class: "map" }), code: el("figure", { class: "map" }) };
  const maps = el("div", { class: "maps" + (arrangement.ring.length > 8 ? "" : " two") }, figures.messages, figures.code);
  let chosen = null;

  const passageRows = edge => edge.passages.map(passage => {
    const measured = trafficOf(edge.from, edge.to, passage.type);
    return [messageLink(passage.type, passage.kind), joined(passage.senders.map(typeName)), joined(passage.handlers.map(typeName)),
      ...(report.traffic ? [measured ? figure.format(measured.count) + (measured.shared ? " *" : "") : "0"] : [])];
  });
  const passageHead = ["Message", "Sent by", "Handled by", ...(report.traffic ? [{ n: "Measured" }] : [])];
  const shared = edge => edge.passages.some(passage => (trafficOf(edge.from, edge.to, passage.type) || {}).shared)
    ? el("p", { class: "small muted" }, "* Other contexts send this message too; the figure is that of all of them.") : null;
  const detail = edge => [
    edge.graph === "messages" ? [table({ style: "compact", head: passageHead, rows: passageRows(edge) }), shared(edge)]
      : el("dl", { class: "facts" }, el("dt", null, "Types"), el("dd", null, joined(edge.types.map(typeName))),
        el("dt", null, "Named at"), el("dd", null, counted(edge.uses, "place")),
        edge.example ? [el("dt", null, "For example"), el("dd", null, where(edge.example))] : null),
    cyclic(edge.graph, edge.from, edge.to).map(cycle => el("p", { class: "note" }, el("b", null, cycle.allowed ? "↻ In a cycle, which is allowed. " : "↻ In a cycle, which is a fault. "), cycle.explanation)),
  ];
  const close = focus => {
    if (!chosen) return;
    const { panel, edge } = chosen;
    panel.remove();
    chosen = null;
    press();
    const node = maps.querySelector(`[data-edge="${CSS.escape(key(edge))}"]`);
    if (focus && node) node.focus();
    if (location.hash.startsWith("#edge=")) history.replaceState(null, "", "#map");
  };
  const key = edge => `${edge.graph}:${edge.from}>${edge.to}`;
  const press = () => {
    for (const picture of maps.querySelectorAll("svg.graph")) {
      for (const node of picture.querySelectorAll(".edge")) node.setAttribute("aria-pressed", String(!!chosen && node.dataset.edge === key(chosen.edge)));
    }
  };
  const open = edge => {
    close(false);
    const panel = el("div", { class: "chosen", id: "edge", role: "region", "aria-labelledby": "edge-title" },
      el("header", null, el("div", null, el("h3", { id: "edge-title" }, contextLink(edge.from), " → ", contextLink(edge.to)),
        el("p", { class: "muted small", role: "status" }, edge.graph === "messages" ? "At message time: " + messageWords(edge) : "At compile time: " + codeWords(edge))),
      el("button", { class: "plain", type: "button", onclick: () => close(true) }, "Close")), detail(edge));
    figures[edge.graph].after(panel);
    chosen = { edge, panel };
    press();
    return panel;
  };
  mapSection.open = name => {
    const edge = [...messages, ...needs].find(edge => key(edge) === name);
    if (!edge) return null;
    if (!chosen || chosen.edge !== edge) open(edge);
    return chosen.panel;
  };
  mapSection.close = () => chosen ? (close(true), true) : false;
  const choose = edge => {
    if (chosen && chosen.edge === edge) { close(true); return; }
    const panel = open(edge);
    history.replaceState(null, "", hash("edge", key(edge)));
    panel.scrollIntoView({ block: "nearest" });
  };
  const narrow = matchMedia("(max-width: 40rem)");
  const draw = () => {
    const width = narrow.matches ? 350 : 560;
    figures.messages.replaceChildren(el("figcaption", null, el("h3", null, "At message time"), el("p", null, "Who sends to whom while the system runs.")),
      messages.length ? drawing(arrangement, "messages", messages, width, messageLabel, messageWords, choose) : el("p", { class: "note" }, "No message goes from one context to another."));
    figures.code.replaceChildren(el("figcaption", null, el("h3", null, "At compile time"), el("p", null, "Who needs whose types.")),
      needs.length ? drawing(arrangement, "code", needs, width, edge => [counted(edge.types.length, "type")], codeWords, choose) : el("p", { class: "note" }, "No context needs types of another."));
    press();
  };
  narrow.addEventListener("change", draw);
  if (arrangement.ring.length) draw();

  const line = (style, words) => el("span", null, svg("svg", { viewBox: "0 0 44 14", "aria-hidden": "true" }, svg("path", { d: "M1 7H36", fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": style }), svg("path", { d: "M43 7L33 2V12Z", fill: "currentColor" })), words);
  const sent = KINDS.filter(kind => kind !== "event" && messages.some(edge => edge.passages.some(passage => passage.kind === kind)));
  const faults = report.map.cycles.filter(cycle => !cycle.allowed).length;
  section("map", "Context map", faults ? counted(faults, "fault") : figure.format(arrangement.ring.length + (arrangement.hub ? 1 : 0)),
    "Both maps show the same contexts in the same places. Choose an edge to see what goes along it, or a context to see what it is.",
    arrangement.ring.length ? [maps,
      el("p", { class: "legend" }, messages.some(edge => !edge.dashed) ? line("", `${joined(sent.map(plural), ", ").join("").replace(/, ([^,]*)$/, " or $1")}, with or without events`) : null,
        messages.some(edge => edge.dashed) ? line("6 5", "events alone") : null,
        el("span", null, [...sent, ...(messages.some(edge => edge.passages.some(passage => passage.kind === "event")) ? ["event"] : [])].map(kind => `${kind.charAt(0).toUpperCase()} ${plural(kind)}`).join(", ")),
        el("span", null, report.traffic ? "× times measured; thicker lines: more" : "thicker lines: more"), report.map.cycles.length ? el("span", null, "↻ part of a cycle") : null),
      el("h3", null, "Cycles"),
      report.map.cycles.length ? el("ul", { class: "cycles" }, report.map.cycles.map(cycle => el("li", null,
        el("span", { class: "answer " + (cycle.allowed ? "yes" : "no") }, icon(cycle.allowed ? "yes" : "no"), cycle.allowed ? "allowed" : "a fault"),
        el("div", null, el("p", { class: "way" }, joined([...cycle.contexts, cycle.contexts[0]].map(contextLink), " → "), el("small", { class: "muted" }, ` of ${GRAPHS[cycle.graph]}`)), el("p", null, cycle.explanation)))))
        : el("p", { class: "intro" }, "There are none: not of messages, not of commands, not at compile time."),
      el("div", null, opening("edges", "", el("span", { class: "grow" }, "Both maps as tables"), [
        messages.length ? el("div", null, messages.map(edge => el("div", { class: "group" }, el("h4", null, contextLink(edge.from), " → ", contextLink(edge.to), el("small", { class: "muted" }, " " + messageWords(edge))), table({ style: "compact", head: passageHead, rows: passageRows(edge) }), shared(edge)))) : null,
        needs.length ? el("div", { class: "group" }, table({ caption: "At compile time", head: ["Context", "Needs", "Types", { n: "Places" }, "For example"],
          rows: needs.map(edge => [contextLink(edge.from), contextLink(edge.to), joined(edge.types.map(typeName)), figure.format(edge.uses), edge.example ? fileOnly(edge.example) : ""]) })) : null]))]
      : el("p", { class: "note" }, "No context was found."));
};

/* ---- Messages ---- */

const leadsFrom = new Map();
for (const message of report.messages) {
  for (const to of message.leadsTo) {
    if (!leadsFrom.has(to)) leadsFrom.set(to, []);
    leadsFrom.get(to).push(message.type);
  }
}
const reach = type => {
  const seen = new Set([type]);
  for (const each of seen) for (const next of (byType.get(each) || { leadsTo: [] }).leadsTo) seen.add(next);
  return seen.size;
};
const party = who => [typeName(who.type), el("small", null, ` ${who.role}`, who.context ? [" in ", who.context] : null, who.processor ? [", group ", code(who.processor)] : null)];
const placesNode = sender => el("div", { class: "places" }, joined(sender.places.map(fileOnly)));
const doubtNode = sender => sender.helper ? el("div", { class: "doubt" }, icon("unknown"), el("span", null,
  sender.on.length > 1 ? "Perhaps not on each of these: " : "Perhaps not: ", code(simple(sender.helper.type) + "." + sender.helper.member), " (", fileOnly(sender.helper),
  ") makes it, which others go through as well and which chooses between several messages.")) : null;
const others = (parties, message) => [...new Set(parties.map(who => who.context))].filter(name => name && name !== message.context);

const valueNode = (raw, seen) => {
  const type = valueTypes.get(raw);
  if (!type || seen.has(raw) || type.form === "value" && !type.summary) return null;
  const further = new Set(seen).add(raw);
  return el("li", null, code(type.name || simple(type.type)), type.summary ? [": ", type.summary] : null,
    type.constants.length ? el("p", { class: "small muted" }, "One of ", joined(type.constants.map(constant => code(constant)))) : null,
    type.form === "record" && type.fields.length ? el("p", { class: "small muted" }, joined(type.fields.map(field => [code(field.name), " ", code(field.type), field.required ? null : "?"]).map(parts => el("span", null, parts)))) : null,
    type.fields.length ? (inner => inner.length ? el("ul", { class: "list tree" }, inner) : null)([...new Set(type.fields.flatMap(field => field.raw))].map(next => valueNode(next, further)).filter(Boolean)) : null);
};

const codes = new Map();
for (const context of report.contexts) {
  for (const failure of context.failures) {
    codes.set(context.name + ">" + failure.code, failure);
    codes.set(failure.constant, failure);
  }
}

/* What came and went from one form to the next, as its samples show it. */
const formsNode = message => el("ul", null, message.revisions.map((form, i) => {
  const before = i ? message.revisions[i - 1].properties : form.properties;
  const came = form.properties.filter(name => !before.includes(name));
  const went = before.filter(name => !form.properties.includes(name));
  const present = i === message.revisions.length - 1 && form.revision === message.revision;
  return el("li", null, "Revision ", form.revision, present ? ", which is written now" : form.upcaster ? [", read by ", code(form.upcaster)] : ", for which no upcaster was found",
    form.samples.length ? [": ", el("span", { title: form.samples.join("\n") }, counted(form.samples.length, "sample"))] : ": no sample",
    came.length ? ["; came ", joined(came.map(name => code(name)))] : null, went.length ? ["; went ", joined(went.map(name => code(name)))] : null,
    form.samples.length ? el("p", { class: "where" }, breakable(form.samples[0])) : null);
}));

const trips = new Map(report.roundTrips.map(trip => [trip.type, trip]));

const messageNode = message => {
  const linked = type => el("li", null, messageLink(type));
  const from = leadsFrom.get(message.type) || [];
  const kinds = { command: ["Caused by these events", "Leads to these events"], event: ["Comes from these commands", "Leads to these commands"] }[message.kind] || ["Caused by", "Leads to"];
  const parts = [...new Set(message.fields.flatMap(field => field.raw))].map(raw => valueNode(raw, new Set())).filter(Boolean);
  const direct = message.senders.filter(sender => !sender.on.length);
  return opening("message=" + message.type, "message",
    [el("span", { class: "grow" }, kindMark(message.kind), el("strong", null, code(simple(message.type))), " ",
      message.internal || !message.published ? el("span", { class: "tag" }, "internal") : null,
      message.senders.some(sender => sender.role === "wait") ? el("span", { class: "tag" }, "when a wait ends") : null,
      others(message.senders, message).length ? el("span", { class: "tag" }, "from " + others(message.senders, message).join(", ")) : null, " ",
      others(message.handlers, message).length ? el("span", { class: "tag" }, "to " + others(message.handlers, message).join(", ")) : null),
    el("span", { class: "about" }, message.summary)],
    [el("dl", { class: "facts" },
      el("dt", null, "Owner"), el("dd", null, contextLink(message.context), message.internal ? ", for itself alone" : message.published ? ", in its published language" : ", not published"),
      el("dt", null, "Type"), el("dd", null, code(message.type)),
      message.kind === "event" || message.revision !== null ? [el("dt", null, "Revision"), el("dd", null, message.revision === null ? "names none" : message.revision)] : null,
      message.revisions.some(form => form.samples.length) ? [el("dt", null, "History"), el("dd", null, formsNode(message))] : null,
      message.location ? [el("dt", null, "Source"), el("dd", null, where(message.location))] : null,
      trips.has(message.type) ? [el("dt", null, "Written and read back"), el("dd", null, answerNode(trips.get(message.type).kept), trips.get(message.type).evidence.map(sentence => el("p", { class: "small" }, evidenceParts(sentence))))] : null),
    el("div", { class: "two-columns" },
      el("section", null, el("h4", null, "Fields"), message.fields.length
        ? table({ style: "compact", head: ["Name", "Type", "Presence"], rows: message.fields.map(field => [code(field.name), code(field.type), field.required ? "always" : "may be missing"]) })
        : el("p", { class: "muted" }, "None."),
      parts.length ? [el("h4", null, "Their types"), el("ul", { class: "list" }, parts)] : null),
      el("section", null, el("h4", null, kinds[0]), from.length ? el("ul", { class: "list" }, from.map(linked)) : null,
        message.kind === "command" && direct.length ? el("p", { class: "small" }, from.length ? "Without an event also by " : "No event: sent by ", joined(direct.map(sender => [typeName(sender.type), ` (${sender.role})`]).map(parts => el("span", null, parts)))) : from.length ? null : el("p", { class: "muted" }, "Nothing."),
        el("h4", null, kinds[1]), message.leadsTo.length ? el("ul", { class: "list" }, message.leadsTo.map(linked)) : el("p", { class: "muted" }, "Nothing."),
        message.leadsTo.length || from.length ? el("p", { class: "not-printed" }, el("a", { href: hash("way", message.type) }, "Follow the whole way from here")) : null),
      el("section", null, el("h4", null, message.kind === "event" ? "Applied by" : "Sent by"), message.senders.length ? el("ul", { class: "list" }, message.senders.map(sender => el("li", null, party(sender), sender.on.length ? el("div", { class: "small" }, "on ", joined(sender.on.map(type => messageLink(type)), " ")) : null, placesNode(sender), doubtNode(sender)))) : el("p", { class: "muted" }, "No one.")),
      el("section", null, el("h4", null, "Handled by"), message.handlers.length ? el("ul", { class: "list" }, message.handlers.map(handler => el("li", null, party(handler), el("div", null, fileOnly(handler.location))))) : el("p", { class: "muted" }, "No one.")),
      message.failures.length ? el("section", null, el("h4", null, "May be refused with"), el("ul", { class: "list" }, message.failures.map(name => {
        const failure = codes.get(message.context + ">" + name) || codes.get(name);
        return el("li", null, code(failure ? failure.code : name), failure && failure.summary ? el("small", null, " " + failure.summary) : null);
      }))) : null)]);
};

const messagesSection = () => {
  const nodes = new Map();
  const groups = [...grouped(report.messages, message => message.context)].map(([context, messages]) => {
    const rows = messages.map(message => { const node = messageNode(message); nodes.set(message, node); return node; });
    return { messages, node: el("div", { class: "group" }, el("h3", null, context, el("small", null, kindCountsText(messages))), rows) };
  });
  const present = KINDS.filter(kind => report.messages.some(message => message.kind === kind));
  const state = { kind: "all", context: "", text: "" };
  const count = el("p", { class: "count", role: "status" });
  const words = new Map(report.messages.map(message => [message, [message.type, message.summary || "", ...message.fields.flatMap(field => [field.name, field.type]), ...message.senders.flatMap(who => [who.type, who.role]), ...message.handlers.map(who => who.type), ...message.failures].join(" ").toLowerCase()]));
  const show = () => {
    const wanted = state.text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [message, node] of nodes) {
      const fits = (state.kind === "all" || message.kind === state.kind)
        && (!state.context || message.context === state.context || [...message.senders, ...message.handlers].some(who => who.context === state.context))
        && wanted.every(word => words.get(message).includes(word));
      node.classList.toggle("filtered", !fits);
      if (fits) shown++;
    }
    for (const group of groups) group.node.classList.toggle("filtered", group.messages.every(message => nodes.get(message).classList.contains("filtered")));
    count.textContent = shown === report.messages.length ? `All ${figure.format(shown)} messages` : `${figure.format(shown)} of ${counted(report.messages.length, "message")}`;
  };
  const text = el("input", { type: "search", id: "message-text", autocomplete: "off", spellcheck: "false", oninput: event => { state.text = event.target.value; show(); },
    onkeydown: event => { if (event.key === "Escape" && text.value) { event.stopPropagation(); text.value = state.text = ""; show(); } } });
  const select = el("select", { id: "message-context", onchange: event => { state.context = event.target.value; show(); } },
    el("option", { value: "" }, "any"), [...contexts.keys()].map(name => el("option", { value: name }, name)));
  messagesSection.reveal = message => {
    if (!message || !nodes.get(message) || !nodes.get(message).classList.contains("filtered")) return;
    Object.assign(state, { kind: "all", context: "", text: "" });
    text.value = select.value = "";
    const all = document.querySelector("input[name=kind][value=all]");
    if (all) all.checked = true;
    show();
  };
  show();
  section("messages", "Messages", figure.format(report.messages.length),
    ["Every message type with its owner, its fields, who sends and who handles it, and what it leads to.",
      present.length < KINDS.length ? ` There are no ${KINDS.filter(kind => !present.includes(kind)).map(plural).join(" and no ")}.` : null,
      report.messages.some(message => message.senders.some(sender => sender.role === "wait")) ? " What is sent because a wait has run out says so." : null],
    report.messages.length ? [el("div", { class: "controls" },
      el("div", null, el("label", { class: "label", for: "message-text" }, "Name, field, class or failure code"), text),
      choice("kind", "Kind", [["all", "all", report.messages.length], ...present.map(kind => [kind, plural(kind), report.messages.filter(message => message.kind === kind).length])], "all", value => { state.kind = value; show(); }),
      el("div", null, el("label", { class: "label", for: "message-context" }, "Sent, owned or handled by"), select), count),
    groups.map(group => group.node)] : el("p", { class: "note" }, "No message was found."));
};

/* ---- Cause and effect ---- */

const waySection = () => {
  const starts = report.messages.filter(message => message.leadsTo.length || leadsFrom.has(message.type));
  if (!starts.length) return;
  const roots = starts.filter(message => !leadsFrom.has(message.type));
  const first = [...(roots.length ? roots : starts)].sort((a, b) => reach(b.type) - reach(a.type) || (a.type < b.type ? -1 : 1))[0];
  const tree = el("div", { class: "way tree" });
  const said = el("p", { class: "count", role: "status" });

  /* Each message goes on where it is reached first, counted in steps; elsewhere it points there. What follows alone stands below, not further in. */
  const firstReached = start => {
    const parents = new Map([[start, null]]);
    for (const [type] of parents) for (const next of byType.get(type).leadsTo) if (byType.has(next) && !parents.has(next)) parents.set(next, type);
    return parents;
  };
  const through = (from, to) => {
    const cause = byType.get(from), effect = byType.get(to);
    if (!effect || cause.kind !== "event") return null;
    const found = effect.senders.filter(sender => sender.on.includes(from));
    return found.length ? ["through ", joined(found.map(sender => el("span", null, typeName(sender.type), `, ${sender.role} in ${sender.context}`)))] : null;
  };
  const step = (type, via, parents, from, above) => {
    const message = byType.get(type);
    const again = message && from !== undefined && parents.get(type) !== from;
    return el("div", { class: "step", id: again || !message ? null : "step=" + type }, messageLink(type), message ? el("small", { class: "muted" }, " " + message.context) : null,
      via ? el("span", { class: "via" }, " · ", via) : null,
      again && message.leadsTo.length ? [" ", el("a", { class: "via", href: hash("step", type) }, above.has(type) ? "↻ goes back up" : "→ goes on there")] : null);
  };
  const chain = (type, via, parents, from, above) => {
    const steps = [step(type, via, parents, from, above)];
    const path = new Set(above).add(type);
    let current = type;
    if (!byType.has(type) || from !== undefined && parents.get(type) !== from) return el("li", null, steps);
    for (;;) {
      const followers = byType.get(current).leadsTo;
      if (!followers.length) return el("li", null, steps);
      if (followers.length > 1) return el("li", null, steps, el("ul", null, followers.map(next => chain(next, through(current, next), parents, current, path))));
      const [next] = followers;
      steps.push(step(next, through(current, next), parents, current, path));
      if (!byType.has(next) || parents.get(next) !== current || path.has(next)) return el("li", null, steps);
      path.add(next);
      current = next;
    }
  };
  const show = type => {
    const message = byType.get(type);
    if (!message) return;
    select.value = type;
    const parents = firstReached(type);
    const sender = message.kind === "command" && message.senders.length ? ["sent by ", joined(message.senders.map(who => el("span", null, typeName(who.type), `, ${who.role} in ${who.context}`)))] : null;
    tree.replaceChildren(el("ul", null, chain(type, sender, parents, undefined, new Set())));
    const places = new Set([...parents.keys()].map(each => byType.get(each).context));
    said.textContent = `From ${simple(type)} ${counted(parents.size - 1, "further message")} can follow, in ${counted(places.size, "context")}.`;
  };
  const select = el("select", { id: "way-start", onchange: event => { show(event.target.value); history.replaceState(null, "", hash("way", event.target.value)); } },
    roots.length ? el("optgroup", { label: "Where ways begin" }, roots.map(message => el("option", { value: message.type }, simple(message.type)))) : null,
    [...grouped(starts.filter(message => leadsFrom.has(message.type)), message => message.context)].map(([context, messages]) => el("optgroup", { label: context }, messages.map(message => el("option", { value: message.type }, simple(message.type))))));
  waySection.show = show;
  section("ways", "Cause and effect", null,
    "The whole way from one message on: a command, the events it may lead to, the commands that are sent on those, and so on. Branches are possibilities; not all of them are taken at once.",
    el("div", { class: "controls" }, el("div", null, el("label", { class: "label", for: "way-start" }, "Begin with"), select), said), tree);
  show(first.type);
};

/* ---- Waits ---- */

const waitsSection = () => {
  if (!report.waits.length) return;
  const steps = (list, none) => list.length ? el("ul", { class: "list" }, list.map(step => el("li", null,
    step.on.length ? joined(step.on.map(type => messageLink(type))) : typeName(step.type), " ", el("small", null, fileOnly(step.location))))) : el("span", { class: "muted" }, none);
  const lengths = wait => wait.lengths.length ? el("ul", { class: "list" }, wait.lengths.map(length => el("li", null,
    length.value === null ? "has to be set" : el("span", { title: length.value }, duration(length.value)), " ", el("small", null, length.setting ? code(length.setting) : "in the code")))) : el("span", { class: "muted" }, "not told by a setting");
  const open = report.waits.filter(wait => !wait.ends.length).length;
  section("waits", "Waits", open ? `${open} without an end` : figure.format(report.waits.length),
    "What each context waits for, until when, and what it does when that time has run out and nothing has ended the wait. A length is what is set, unless a deployment sets it otherwise; where there are several, the wait is computed from them.",
    [...grouped(report.waits, wait => wait.context)].map(([context, waits]) => el("div", { class: "group" }, el("h3", null, context, el("small", null, counted(waits.length, "kind"))),
      table({ style: "waits", head: ["Wait", "Length", "Opened on", "Ended by", "Then"], rows: waits.map(wait => ({ attributes: { id: `wait=${context}.${wait.kind}` }, cells: [
        code(simple(wait.kind)), lengths(wait), steps(wait.opened, "nothing"), steps(wait.closed, "its time alone"),
        wait.sends.length ? el("ul", { class: "list" }, el("li", null, joined(wait.sends.map(type => messageLink(type)), " "), " ", el("small", null, joined(wait.ends.map(fileOnly)))))
          : wait.ends.length ? joined(wait.ends.map(fileOnly)) : el("span", { class: "answer no" }, icon("no"), "nothing follows"),
      ] })) }))));
};

/* ---- Data ownership ---- */

const contextsSection = () => {
  if (!report.contexts.length) return;
  const names = (list, none = "none") => list.length ? joined(list.map(name => code(name))) : el("span", { class: "muted" }, none);
  section("contexts", "Data ownership", figure.format(report.contexts.length),
    "Each context, where it keeps its data, and what reads the stream of events for it.",
    table({ caption: "Who keeps what where", hidden: true, head: ["Context", "Store", "Tables", { n: "Processing groups" }, { n: "Those with dead letters" }],
      rows: report.contexts.map(context => [contextLink(context.name), joined([context.store.name ? code(context.store.name) : "not known", ...context.furtherStores.map(store => code(store.name))]),
        [names(context.store.tables), context.furtherStores.map(store => el("p", { class: "small muted" }, "in ", code(store.name), ": ", names(store.tables)))], figure.format(context.processors.length), figure.format(context.processors.filter(group => group.deadLetters === true).length)]) }),
    el("div", { class: "group" }, report.contexts.map(context => opening("context=" + context.name, "context",
      [el("span", { class: "grow" }, el("strong", null, context.name)), el("span", { class: "grow muted small" }, context.purpose || "Its package does not say what it is for.")],
      [el("dl", { class: "facts" },
        el("dt", null, "Package"), el("dd", null, code(context.basePackage)),
        el("dt", null, "Published language"), el("dd", null, code(context.publishedPackage)),
        el("dt", null, "Messages"), el("dd", null, kindCountsText(report.messages.filter(message => message.context === context.name))),
        el("dt", null, "Aggregates"), el("dd", null, context.aggregates.length ? joined(context.aggregates.map(typeName)) : el("span", { class: "muted" }, "none")),
        el("dt", null, "Store"), el("dd", null, context.store.name ? code(context.store.name) : "not known"),
        el("dt", null, "Its own tables"), el("dd", null, names(context.store.tables)),
        el("dt", null, "Tables of the platform"), el("dd", null, names(context.store.platformTables)),
        el("dt", null, "Migrations"), el("dd", null, context.store.migrations.length ? el("ul", null, context.store.migrations.map(file => el("li", null, code(file)))) : el("span", { class: "muted" }, "none")),
        context.furtherStores.map(store => [el("dt", null, "Further store"), el("dd", null, code(store.name), ", with the tables ", names(store.tables), store.migrations.length ? el("ul", null, store.migrations.map(file => el("li", null, code(file)))) : null)]),
        context.paths.length ? [el("dt", null, "HTTP"), el("dd", null, el("ul", null, context.paths.map(path => el("li", null, code(path)))))] : null),
      el("div", { class: "two-columns" },
        el("section", null, el("h3", null, "Processing groups"), context.processors.length ? table({ head: ["Group", "Role", "Dead letters", "Classes"], rows: context.processors.map(group => [code(group.name), group.role,
          group.deadLetters === null ? "the code does not say" : group.deadLetters ? "kept" : "not kept", joined(group.types.map(typeName))]) }) : el("p", { class: "muted" }, "None.")),
        el("section", null, el("h3", null, "Packages"), context.rooms.length ? table({ head: ["Package", { n: "Types" }, { n: "Public" }, "Purpose"], rows: context.rooms.map(room => [code(room.name || "(the root)"), figure.format(room.types), figure.format(room.visible), room.purpose || "says none"]) }) : el("p", { class: "muted" }, "None.")),
        context.failures.length ? el("section", null, el("h3", null, "Failure codes"), el("ul", { class: "list" }, context.failures.map(failure => el("li", null, code(failure.code), failure.summary ? el("small", null, " " + failure.summary) : null)))) : null)]))));
};

/* ---- Placement ---- */

const placementSection = () => {
  if (!report.placements.length) return;
  const panels = new Map();
  const node = placement => {
    const unitOf = new Map(placement.units.flatMap(unit => unit.contexts.map(name => [name, unit.name])));
    const routes = [...grouped(placement.crossings, crossing => crossing.fromUnit + " → " + crossing.toUnit)];
    const local = report.map.messages.filter(edge => unitOf.has(edge.from) && unitOf.get(edge.from) === unitOf.get(edge.to));
    const measured = report.traffic && report.traffic.placements.find(figures => figures.profile === placement.profile);
    const all = measured ? measured.crossing + measured.local : 0;
    const times = crossing => (trafficOf(crossing.fromContext, crossing.toContext, crossing.type) || { count: 0 }).count;
    return el("div", { class: "profile", id: "profile=" + placement.profile },
      el("h3", null, placement.profile), el("p", { class: "muted" }, placement.description, " Messaging: ", code(placement.messaging), "."),
      el("ul", { class: "units" }, placement.units.map(unit => el("li", { class: "unit" }, el("h4", null, unit.name), el("p", null, counted(unit.replicas, "replica"), unit.store ? [", ", unit.store] : null),
        el("ul", null, unit.contexts.map(name => el("li", null, contextLink(name))))))),
      el("p", { class: "sum" }, placement.crossings.length
        ? [el("b", null, `${counted(placement.crossings.length, "passage")} ${placement.crossings.length === 1 ? "crosses" : "cross"} the wire`), `, ${placement.local} ${placement.local === 1 ? "stays" : "stay"} local.`]
        : [el("b", null, "Nothing crosses the wire"), placement.local ? `; all ${counted(placement.local, "passage")} between contexts ${placement.local === 1 ? "stays" : "stay"} in one process.` : "."]),
      measured && all ? el("p", { class: "sum" }, `Of ${counted(all, "message")} measured between contexts, ${figure.format(measured.crossing)} (${(100 * measured.crossing / all).toFixed(0)}%) would have crossed.`) : null,
      routes.map(([route, crossings]) => opening(null, "", [el("span", { class: "grow" }, el("strong", null, route)), el("small", { class: "muted" }, kindCountsText(crossings), report.traffic ? `, measured ${figure.format(sum(crossings, times))} times` : null)],
        table({ style: "compact", head: ["Message", "From", "To", ...(report.traffic ? [{ n: "Measured" }] : [])], rows: crossings.map(crossing => [messageLink(crossing.type, crossing.kind), crossing.fromContext, crossing.toContext, ...(report.traffic ? [figure.format(times(crossing))] : [])]) }))),
      local.length ? opening(null, "", [el("span", { class: "grow" }, "What stays local"), el("small", { class: "muted" }, counted(sum(local, edge => edge.passages.length), "passage"))],
        table({ head: ["Between", "Messages"], rows: local.map(edge => [`${edge.from} → ${edge.to}`, el("span", null, joined(edge.passages.map(passage => messageLink(passage.type, passage.kind)), " "))]) })) : null);
  };
  const show = profile => {
    for (const [name, panel] of panels) panel.classList.toggle("filtered", name !== profile);
  };
  placementSection.show = profile => {
    const input = [...document.querySelectorAll("input[name=profile]")].find(each => each.value === profile);
    if (input) { input.checked = true; show(profile); }
  };
  for (const placement of report.placements) panels.set(placement.profile, node(placement));
  const first = (report.placements.find(placement => placement.crossings.length) || report.placements[0]).profile;
  section("placement", "Placement", figure.format(report.placements.length),
    "What each deployment profile makes of the messages. A passage is one message type on its way from one context to another.",
    report.placements.length > 1 ? el("div", { class: "controls" }, choice("profile", "Profile", report.placements.map(placement => [placement.profile, placement.profile]), first, profile => { show(profile); history.replaceState(null, "", hash("profile", profile)); })) : null,
    [...panels.values()]);
  show(first);
};

/* ---- Readiness ---- */

const answers = answer => answer === true ? ["yes", "yes"] : answer === false ? ["no", "no"] : ["unknown", "can't tell"];
const answerNode = answer => (([name, words]) => el("span", { class: `answer ${name}` }, icon(name), words))(answers(answer));
const readinessSection = () => {
  if (!report.readiness.length) return;
  const questions = [...new Set(report.readiness.flatMap(readiness => readiness.findings.map(finding => finding.question)))];
  const no = sum(report.readiness, readiness => readiness.findings.filter(finding => finding.answer === false).length);
  section("readiness", "Split-readiness", no ? `${no} no` : null,
    "Whether each context could run apart from the others: answers with what they rest on, and no score. Where the code can't tell, it says so.",
    table({ caption: "All answers", hidden: true, stack: false, style: "matrix", head: ["Question", ...report.readiness.map(readiness => ({ to: hash("readiness", readiness.context), words: readiness.context }))],
      rows: questions.map(question => [question, ...report.readiness.map(readiness => {
        const finding = readiness.findings.find(each => each.question === question);
        return finding ? answerNode(finding.answer) : "";
      })]) }),
    el("div", { class: "group" }, report.readiness.map(readiness => {
      const count = answer => readiness.findings.filter(finding => finding.answer === answer).length;
      const words = [[count(true), "yes"], [count(false), "no"], [count(null), "can't tell"]].filter(([n]) => n).map(([n, word]) => `${n} ${word}`).join(", ");
      return opening("readiness=" + readiness.context, "readiness", [el("span", { class: "grow" }, el("strong", null, readiness.context)), el("small", { class: "muted" }, words)],
        el("ul", { class: "findings" }, readiness.findings.map(finding => el("li", null, answerNode(finding.answer), el("div", null, el("p", null, finding.question),
          finding.evidence.length ? el("ul", { class: "evidence" }, finding.evidence.map(sentence => el("li", null, evidenceParts(sentence)))) : el("p", { class: "evidence" }, "No evidence was found."))))));
    })));
};

/* ---- Coupling ---- */

const couplingSection = () => {
  if (!report.coupling.length) return;
  section("coupling", "Coupling", null, "How each context hangs together with the others. Figures to compare, not marks to reach.",
    table({ stack: false, style: "matrix figures-only", caption: "Coupling of contexts", hidden: true, head: ["Context", { n: "Commands in" }, { n: "Commands out" }, { n: "Events in" }, { n: "Events out" }, { n: "Afferent" }, { n: "Efferent" }, { n: "Instability" }],
      rows: report.coupling.map(each => [contextLink(each.context), each.commandsIn, each.commandsOut, each.eventsIn, each.eventsOut, each.afferent, each.efferent, each.instability === null ? "none" : each.instability.toFixed(2)].map(String).map((text, i) => i ? text : contextLink(each.context))) }),
    el("dl", { class: "facts definitions" },
      el("dt", null, "Commands in, out"), el("dd", null, "Passages of commands into the context from others, and out of it to others. One command that two contexts send is two passages."),
      el("dt", null, "Events in, out"), el("dd", null, "Passages of events that it handles of others, and that others handle of it."),
      el("dt", null, "Afferent"), el("dd", null, "How many contexts need its types to compile."),
      el("dt", null, "Efferent"), el("dd", null, "Of how many contexts it needs the types to compile."),
      el("dt", null, "Instability"), el("dd", null, "Efferent / (afferent + efferent). At 0 others lean on it and it on none, so that changing it costs them; at 1 it leans on others and none on it. “none” where it neither leans nor is leant on.")));
};

/* ---- Change ---- */

const changeSection = () => {
  const change = report.change;
  if (!change) {
    section("change", "Change", "none", "No earlier report was given to compare this one with.");
    return;
  }
  const SORTS = [["incompatible", "Changed incompatibly"], ["removed", "Removed"], ["compatible", "Changed compatibly"], ["added", "Added"]];
  const breaking = change.messages.filter(each => each.breaking).length;
  section("change", "Change", breaking ? `${breaking} breaking` : figure.format(change.messages.length + change.edges.length + change.violations.length),
    ["Since the report", change.since ? [" of commit ", code(change.since)] : null, change.at ? ` of ${time(change.at)}` : null, "."],
    change.messages.length + change.edges.length + change.violations.length ? null : el("p", null, "Nothing has changed: the same messages, the same edges, no new violation."),
    SORTS.map(([sort, title]) => {
      const changes = change.messages.filter(each => each.sort === sort);
      const details = changes.some(each => each.details.length);
      return changes.length ? el("div", { class: "group" }, el("h3", null, title, el("small", null, counted(changes.length, "message"))),
        table({ style: "changes", head: ["Message", "Context", ...(details ? ["What changed"] : []), "Verdict"], rows: changes.map(each => ({ attributes: { id: "change=" + each.type }, cells: [messageLink(each.type, each.kind), each.context, ...(details ? [each.details.length ? el("ul", null, each.details.map(detail => el("li", null, detail))) : ""] : []),
          each.breaking ? el("span", { class: "answer no" }, icon("no"), "fails the build") : each.proof ? [el("span", { class: "answer yes" }, icon("yes"), "still readable"), el("p", { class: "small muted" }, each.proof)] : each.kind !== "event" && /incompatible|removed/.test(each.sort) ? "nothing stored is lost; those that send and handle it change together" : "no harm"] })) })) : null;
    }),
    change.edges.length ? el("div", { class: "group" }, el("h3", null, "Edges between contexts"), table({ style: "compact", head: ["From", "To", "Of", "Is"], rows: change.edges.map(edge => [contextLink(edge.from), contextLink(edge.to), GRAPHS[edge.graph], edge.added ? "new" : "gone"]) })) : null,
    change.violations.length ? el("div", { class: "group" }, el("h3", null, "New violations", el("small", null, counted(change.violations.length, "place"))),
      el("ul", { class: "fresh" }, [...grouped(change.violations, text => text.slice(0, text.indexOf(": ")))].map(([id, texts]) => {
        const rule = report.rules.find(each => each.id === id);
        return el("li", null, el("h4", null, rule ? el("a", { href: hash("rule", id) }, rule.sentence) : code(id)), el("ul", { class: "list" }, texts.map(text => {
          const key = text.slice(id.length + 2), end = key.indexOf(": ");
          if (end < 0) return el("li", null, code(key));
          const at = simple(key.slice(0, end)).replace(/#<.*/, "").replace("#", "."), what = key.slice(end + 2);
          return el("li", { title: key.slice(0, end) }, what.includes(at) ? null : [code(at), ": "], breakable(what));
        })));
      }))) : null);
};

/* ---- Measured traffic ---- */

const trafficSection = () => {
  const measured = report.traffic;
  if (!measured) {
    section("traffic", "Measured traffic", "none", "No run's figures were given, so nothing is said of how often each message travels.");
    return;
  }
  const most = Math.max(1, ...measured.passages.map(passage => passage.count));
  section("traffic", "Measured traffic", short.format(sum(measured.passages, passage => passage.count)), ["From ", measured.source, ". What a cut between two contexts would put on the wire."],
    measured.notes.length ? el("ul", { class: "note" }, measured.notes.map(note => el("li", null, note))) : null,
    measured.placements.length ? table({ caption: "The same run in each profile", head: ["Profile", { n: "Would cross" }, { n: "Would stay local" }], rows: measured.placements.map(each => [report.placements.some(placement => placement.profile === each.profile) ? el("a", { href: hash("profile", each.profile) }, each.profile) : each.profile, figure.format(each.crossing), figure.format(each.local)]) }) : null,
    el("div", { class: "group" }, measured.passages.length ? table({ style: "compact", caption: "Each passage, the most frequent first", head: ["Message", "From", "To", { n: "Times" }, { hidden: "In comparison" }], rows: measured.passages.map(passage => {
      const bar = svg("svg", { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { width: (100 * passage.count / most).toFixed(2), height: 8, fill: "currentColor" }));
      return [messageLink(passage.type, passage.kind), contextLink(passage.from), contextLink(passage.to), figure.format(passage.count) + (passage.shared ? " *" : ""), bar];
    }) }) : el("p", null, "No message went from one context to another."),
    measured.passages.some(passage => passage.shared) ? el("p", { class: "small muted" }, "* Other contexts send this message too; the figure is that of all of them.") : null));
};

/* ---- Search ---- */

const searching = () => {
  const entries = [
    ...report.rules.map(rule => ({ group: "Rules", title: rule.sentence, note: `${rule.law} · ${OUTCOMES[rule.outcome]}`, target: hash("rule", rule.id), name: rule.id, words: [rule.sentence, rule.id, rule.law, rule.reason, ...rule.violations.map(violation => violation.location.type)] })),
    ...report.contexts.map(context => ({ group: "Contexts", title: context.name, note: context.purpose || "", target: hash("context", context.name), name: context.name, words: [context.name, context.purpose || "", ...context.aggregates, ...context.processors.map(group => group.name), ...[context.store, ...context.furtherStores].flatMap(store => store.tables)] })),
    ...report.waits.map(wait => ({ group: "Waits", title: simple(wait.kind), note: wait.context, target: hash("wait", wait.context + "." + wait.kind), name: wait.kind, words: [wait.kind, wait.context, ...wait.lengths.map(length => length.setting || "")] })),
    ...report.messages.map(message => ({ group: "Messages", title: simple(message.type), kind: message.kind, note: `${message.context}${message.summary ? " · " + message.summary : ""}`, target: hash("message", message.type), name: simple(message.type), words: [message.type, message.summary || ""] })),
  ].map(entry => ({ ...entry, name: entry.name.toLowerCase(), initials: entry.title.replace(/[^A-Z]/g, "").toLowerCase(), words: entry.words.join(" ").toLowerCase() }));
  const rank = (entry, text, parts) => entry.name === text ? 0 : entry.name.startsWith(text) ? 1 : parts.every(part => entry.name.includes(part)) ? 2 : text.length > 1 && entry.initials.startsWith(text) ? 3 : parts.every(part => entry.words.includes(part)) ? 4 : -1;
  let options = [], current = -1;
  const list = el("div", { class: "found", id: "found", role: "listbox", "aria-label": "Found", hidden: true });
  const input = el("input", { type: "search", id: "search-text", role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", "aria-label": "Search rules, contexts and messages", placeholder: "Search", autocomplete: "off", spellcheck: "false", "aria-keyshortcuts": "/" });
  const status = el("span", { class: "hidden-text", role: "status" });
  const move = to => {
    current = to;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === current)));
    if (current >= 0) {
      input.setAttribute("aria-activedescendant", options[current].id);
      options[current].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const shut = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const go = option => {
    const target = option.dataset.target;
    shut();
    input.value = "";
    input.blur();
    if (location.hash === target) arrive(); else location.hash = target;
  };
  const find = () => {
    const text = input.value.trim().toLowerCase();
    if (!text) { shut(); status.textContent = ""; return; }
    const parts = text.split(/\s+/);
    const found = entries.map(entry => ({ entry, rank: rank(entry, text, parts) })).filter(each => each.rank >= 0).sort((a, b) => a.rank - b.rank);
    const groups = [...grouped(found, each => each.entry.group)];
    let n = 0;
    options = [];
    list.replaceChildren(...groups.map(([group, hits]) => el("div", { role: "group", "aria-label": group },
      el("div", { role: "presentation" }, group, hits.length > 12 ? `: the first 12 of ${hits.length}` : null),
      hits.slice(0, 12).map(({ entry }) => {
        const option = el("div", { role: "option", id: "found-" + n++, "aria-selected": "false", "data-target": entry.target, onpointerdown: event => event.preventDefault(), onclick: () => go(option) },
          entry.kind ? kindMark(entry.kind) : null, entry.kind ? code(entry.title) : entry.title, el("small", null, entry.note));
        options.push(option);
        return option;
      }))));
    if (!options.length) list.append(el("p", { class: "muted" }, "Nothing is called that."));
    status.textContent = options.length ? `${found.length} found` : "Nothing found";
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    move(options.length ? 0 : -1);
  };
  input.addEventListener("input", find);
  input.addEventListener("focus", () => { if (input.value) find(); });
  input.addEventListener("blur", shut);
  input.addEventListener("keydown", event => {
    if (event.key === "Escape") { event.stopPropagation(); if (input.value) { input.value = ""; find(); } else input.blur(); }
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") { event.preventDefault(); move(Math.min(current + 1, options.length - 1)); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(Math.max(current - 1, 0)); }
    else if (event.key === "Enter" && current >= 0) { event.preventDefault(); go(options[current]); }
  });
  document.getElementById("search").append(el("div", { class: "search", role: "search" }, input, el("kbd", { "aria-hidden": "true" }, "/"), list, status));
  document.addEventListener("keydown", event => {
    const typing = event.target.closest && event.target.closest("input:not([type=radio]), select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); input.focus(); input.select(); }
    else if (event.key === "Escape" && !typing) {
      const contents = document.querySelector("#sections details");
      if (contents.open && !wide.matches && contents.contains(document.activeElement)) { contents.open = false; contents.querySelector("summary").focus(); }
      else mapSection.close();
    }
  });
};

/* ---- Sections, and where a hash leads ---- */

const wide = matchMedia("(min-width: 72rem)");
const contents = () => {
  const links = new Map(sections.map(each => [each.id, el("a", { href: "#" + each.id, onclick: () => { if (!wide.matches) details.open = false; } }, each.title, each.note ? " " : null,
    each.note ? el("small", { class: each.bad || /broken|breaking|fault/.test(each.note) ? "bad" : null }, each.note) : null)]));
  const details = el("details", { open: wide.matches }, el("summary", null, "Sections"), el("ul", null, [...links.values()].map(link => el("li", null, link))));
  document.getElementById("sections").append(details);
  wide.addEventListener("change", () => { details.open = wide.matches; });
  document.addEventListener("pointerdown", event => { if (!wide.matches && details.open && !details.contains(event.target)) details.open = false; });
  const visible = new Set();
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) entry.isIntersecting ? visible.add(entry.target.id) : visible.delete(entry.target.id);
    const current = sections.find(each => visible.has(each.id));
    for (const [id, link] of links) current && id === current.id ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  }, { rootMargin: "-15% 0px -70% 0px" });
  for (const each of sections) observer.observe(each.node);
};

const arrive = () => {
  let name;
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { return; }
  if (!name) return;
  const [kind, value] = name.includes("=") ? [name.slice(0, name.indexOf("=")), name.slice(name.indexOf("=") + 1)] : [null, null];
  let target = document.getElementById(name);
  if (kind === "edge") target = mapSection.open(value) || document.getElementById("map");
  if (kind === "way" && waySection.show) { waySection.show(value); target = document.getElementById("ways"); }
  if (kind === "step" && !target && waySection.show) { waySection.show(value); target = document.getElementById("ways"); }
  if (kind === "rule") rulesSection.reveal && rulesSection.reveal();
  if (kind === "profile") { placementSection.show && placementSection.show(value); target = target && document.getElementById("placement"); }
  if (kind === "message") {
    let message = byType.get(value);
    if (!message) {
      const named = report.messages.filter(each => simple(each.type) === value);
      if (named.length === 1) message = named[0];
    }
    if (!message) return;
    messagesSection.reveal(message);
    target = document.getElementById("message=" + message.type);
  }
  if (!target) return;
  for (const aimed of document.querySelectorAll(".aimed")) aimed.classList.remove("aimed");
  for (let outer = target; outer; outer = outer.parentElement) if (outer.tagName === "DETAILS") outer.open = true;
  if (target.matches("details.row")) {
    target.classList.add("aimed");
    target.querySelector("summary").focus({ preventScroll: true });
  } else if (kind !== "edge") {
    const heading = target.matches("section") ? target.querySelector("h1, h2") : target;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
  }
  target.scrollIntoView({ block: kind === "edge" ? "nearest" : "start" });
};

/* ---- Paper: all is opened, and closed again ---- */

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("main details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
  closed = [];
});

completeVerdict();
if (report.rules.length) rulesSection();
mapSection();
messagesSection();
waySection();
waitsSection();
contextsSection();
placementSection();
readinessSection();
couplingSection();
changeSection();
trafficSection();
contents();
searching();
addEventListener("hashchange", arrive);
arrive();
document.documentElement.dataset.ready = "true";
})();
