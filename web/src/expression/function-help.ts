import type { FunctionInfo } from "@/api/expressions";
import { labelText } from "@/i18n";
import css from "./expression.module.css";

type Language = "zh" | "en";

function line(text: string, className: string | undefined): HTMLElement {
  const element = document.createElement("p");
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** How a call is written: `IF(condition, then, [else])`. */
export function signatures(info: FunctionInfo, language: Language): string[] {
  return info.signatures.map(({ parameters, repeat }) => {
    const names = parameters.map(({ name, optional }) => {
      const text = labelText(name, language);
      return optional ? `[${text}]` : text;
    });
    return `${info.name}(${[...names, ...(repeat > 0 ? ["…"] : [])].join(", ")})`;
  });
}

/** What a function does, beside the list of completions, which is no place of React's. */
export function functionHelp(info: FunctionInfo, language: Language): HTMLElement {
  const help = document.createElement("div");
  help.className = css.help ?? "";
  help.append(line(labelText(info.title, language), css.helpTitle));
  for (const signature of signatures(info, language)) help.append(line(signature, css.code));
  help.append(line(labelText(info.description, language), undefined));
  for (const { text, answer } of info.examples.slice(0, 2)) help.append(line(`${text} → ${answer}`, css.code));
  return help;
}
