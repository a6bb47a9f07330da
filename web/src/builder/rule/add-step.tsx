import { PlusOutlined } from "@ant-design/icons";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useLanguage } from "@/i18n";
import { type Offer, offersOf } from "./offered";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { freshWith } from "./schema";
import { StepIcon } from "./step-icons";
import { freshCode, freshStep, inserted, type Place } from "./steps";
import sheet from "./steps.module.css";
import { useStepTarget } from "./use-step-drag";

function Choice({ choose, close }: { choose: (offer: Offer) => void; close: () => void }) {
  const { t, language } = useLanguage();
  const { doc, actions } = useRule();
  const [typed, setTyped] = useState("");
  const groups = offersOf(actions, doc.at === "save", typed, t, language);
  return (
    <Modal open title={t("rule.add.step")} footer={null} onCancel={close} width={640}>
      <Input
        autoFocus
        allowClear
        value={typed}
        placeholder={t("rule.add.find")}
        aria-label={t("rule.add.find")}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => {
          const first = groups[0]?.offers[0];
          if (first) choose(first);
        }}
      />
      {groups.length === 0 && <p className="faint">{t("rule.add.nothing")}</p>}
      {groups.map((group) => (
        <section key={group.code} aria-label={group.label}>
          <h3 className={sheet.offerGroup}>{group.label}</h3>
          <div className={sheet.offers}>
            {group.offers.map((offer) => (
              <button key={offer.code} type="button" className={`plain ${sheet.offer}`} onClick={() => choose(offer)}>
                <span className={sheet.icon} aria-hidden>
                  <StepIcon does={offer.code} action={offer.action} />
                </span>
                <span>
                  <strong>{offer.title}</strong>
                  <span className={css.hint}>{offer.help}</span>
                </span>
              </button>
            ))}
          </div>
        </section>
      ))}
    </Modal>
  );
}

type Props = { place: Place; at: number /** Whether nothing stands here yet. */; alone: boolean };

/** The place between two steps: where one is added, and where one is dropped. */
export function AddStep({ place, at, alone }: Props) {
  const { t } = useLanguage();
  const { edit, setOpen } = useRule();
  const [choosing, setChoosing] = useState(false);
  const { ref, over } = useStepTarget({ place, at });
  const choose = ({ code: does, action }: Offer) => {
    const code = freshCode();
    const usual = action ? freshWith(action.parameters) : undefined;
    edit((doc) => ({ ...doc, then: inserted(doc.then, { place, at }, freshStep(code, does, usual)) }));
    setOpen(code);
    setChoosing(false);
  };
  return (
    <div ref={ref} className={`${sheet.gap} ${over ? sheet.over : ""}`}>
      <button
        type="button"
        className={`plain ${alone ? sheet.first : sheet.plus}`}
        aria-label={alone ? undefined : t("rule.add.here")}
        data-add={`${place}:${at}`}
        onClick={() => setChoosing(true)}
      >
        <PlusOutlined aria-hidden />
        {alone && <span>{t("rule.add.step")}</span>}
      </button>
      {choosing && <Choice choose={choose} close={() => setChoosing(false)} />}
    </div>
  );
}
