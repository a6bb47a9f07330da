import { Modal } from "antd";
import { type KeyboardEvent, useId, useState } from "react";
import { useNavigate } from "react-router";
import { useLanguage } from "@/i18n";
import { useKnown } from "@/personal/use-known";
import css from "./command-palette.module.css";
import { type Command, findCommands } from "./commands";
import type { MenuGroup } from "./menu";

/** Go anywhere, make anything, search in any list, without the mouse. */
export default function CommandPalette({ menus, close }: { menus: MenuGroup[]; close: () => void }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const commands = findCommands(typed, menus, language, t, useKnown());
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    if (command.run) command.run();
    else if (command.to !== undefined) navigate(command.to);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && commands.length > 0) {
      event.preventDefault();
      setAt((at + step + commands.length) % commands.length);
    } else if (event.key === "Enter") run(commands[at]);
  };
  return (
    <Modal
      open
      onCancel={close}
      footer={null}
      closable={false}
      width={560}
      style={{ top: 72 }}
      styles={{ container: { padding: 0 } }}
    >
      <input
        className={css.input}
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
        autoFocus
        value={typed}
        placeholder={t("app.command.placeholder")}
        aria-label={t("app.bar.search")}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={commands[at] && `${id}-${commands[at].key}`}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t("app.bar.search")} className={css.list}>
        {commands.length === 0 && <p className={css.none}>{t("app.command.empty")}</p>}
        {commands.map((command, i) => (
          <div
            key={command.key}
            id={`${id}-${command.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={css.command}
            ref={(node) => {
              if (i === at) node?.scrollIntoView?.({ block: "nearest" });
            }}
            onMouseMove={() => setAt(i)}
            onClick={() => run(command)}
            onKeyDown={onKey}
          >
            <span className="ellipsis">{command.text}</span>
            <span className={css.group}>{command.group}</span>
          </div>
        ))}
      </div>
      <div className={css.foot}>{t("app.command.keys")}</div>
    </Modal>
  );
}
