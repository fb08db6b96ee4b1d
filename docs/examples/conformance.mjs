// Holds a command that judges registers to the conformance cases, with nothing but its JSON.
//
//   node conformance.mjs FOLDER COMMAND [ARGUMENT ...]
//
// FOLDER has the case files (`nsc-program conformance FOLDER` puts them there). The command is called as nsc-program is:
//
//   COMMAND evaluate REGISTER.json --program PLAN.json --reading-from READING.json --as-of DAY --format json
//
// Exit code 0 if every case holds, 1 if one does not.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const AT_ONCE = 2;

/** A text that is the same for equal values, in whatever order their keys stand. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** The members of a list, in no order. */
const anyOrder = (list) => canonical(list.map(canonical).sort());

/** What is not as it should be in an evaluation, one line each. */
function* differences(expected, evaluation) {
  const verdicts = new Map(evaluation.phases.flatMap((phase) => phase.verdicts).map((each) => [each.target.id, each]));
  for (const [target, wanted] of Object.entries(expected.targets)) {
    const found = verdicts.get(target);
    if (found === undefined) {
      yield `${target}: there is no verdict`;
      continue;
    }
    const pairs = [
      ["status", wanted.status, found.status],
      ["comparisons", canonical(wanted.comparisons), canonical(found.comparisons)],
      ["notes", anyOrder(wanted.notes), anyOrder(found.notes)],
      ["asked", anyOrder(wanted.asked), anyOrder(found.asked)],
    ];
    for (const [what, ours, theirs] of pairs) {
      if (ours !== theirs) yield `${target}: ${what}: expected ${ours}, got ${theirs}`;
    }
  }
  const statuses = Object.fromEntries(evaluation.phases.map((phase) => [phase.id, phase.status]));
  for (const [phase, status] of Object.entries(expected.phases)) {
    if (statuses[phase] !== status) yield `phase ${phase}: expected ${status}, got ${statuses[phase]}`;
  }
}

async function judged(command, folder, topic, each) {
  const path = (name) => join(folder, `${each.id}.${name}.json`);
  writeFileSync(path("register"), JSON.stringify(each.register));
  writeFileSync(path("reading"), JSON.stringify(each.reading));
  const asked = ["evaluate", path("register"), "--reading-from", path("reading"), "--as-of", each.as_of];
  if (topic.program !== "hanoi") {
    writeFileSync(path("program"), JSON.stringify(topic.program));
    asked.push("--program", path("program"));
  }
  const [program, ...given] = command;
  const { stdout } = await run(program, [...given, ...asked, "--format", "json"], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
}

async function main([source, ...command]) {
  const topics = readdirSync(source).filter((name) => name.endsWith(".json")).sort();
  const waiting = topics.flatMap((name) => {
    const topic = JSON.parse(readFileSync(join(source, name), "utf8"));
    return topic.cases.map((each) => [topic, each]);
  });
  const total = waiting.length;
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  let failed = 0;
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [topic, each] = next;
      try {
        const evaluation = await judged(command, folder, topic, each);
        const wrong = [...differences({ targets: each.expected, phases: each.phases }, evaluation)];
        if (wrong.length > 0) throw new Error(wrong.join("\n  "));
      } catch (problem) {
        failed += 1;
        console.error(`${topic.topic}/${each.id}: ${each.why.en}\n  ${problem.stderr || problem.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  rmSync(folder, { recursive: true });
  console.log(`${total} cases, ${failed} of them not as expected`);
  return total > 0 && failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
