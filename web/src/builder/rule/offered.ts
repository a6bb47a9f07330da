import type { ActionInfo } from "@/api/rules";
import { plainName } from "@/core/match";
import type { Language } from "@/core/time";
import { labelText, type Translate } from "@/i18n";
import { CONTROLS } from "./steps";

export type Offer = { code: string; title: string; help: string; action?: ActionInfo };
export type OfferGroup = { code: string; label: string; offers: Offer[] };

/** Whether an action may stand in a rule that runs before, or after, records are stored. */
const fits = (action: ActionInfo, inSave: boolean): boolean => (inSave ? action.inSave : action.onlyInSave !== true);

function controls(inSave: boolean, t: Translate): Offer[] {
  return CONTROLS.filter((control) => !inSave || control === "branch").map((control) => ({
    code: control,
    title: t(`rule.add.${control}`),
    help: t(`rule.add.${control}Help`),
  }));
}

/** What a step can be, in the catalogue's groups and with the controls at the end; only what is called as was typed. */
export function offersOf(
  actions: readonly ActionInfo[],
  inSave: boolean,
  typed: string,
  t: Translate,
  language: Language,
): OfferGroup[] {
  const groups = new Map<string, OfferGroup>();
  for (const action of actions.filter((one) => fits(one, inSave))) {
    const { code, label } = action.group;
    const group = groups.get(code) ?? { code, label: labelText(label, language), offers: [] };
    const offer = {
      code: action.code,
      title: labelText(action.title, language),
      help: labelText(action.help, language),
    };
    groups.set(code, { ...group, offers: [...group.offers, { ...offer, action }] });
  }
  const flow = groups.get("control") ?? { code: "control", label: t("rule.add.control"), offers: [] };
  groups.delete("control");
  const all = [...groups.values(), { ...flow, offers: [...controls(inSave, t), ...flow.offers] }];
  const wanted = plainName(typed);
  return all
    .map((group) => ({
      ...group,
      offers: group.offers.filter(
        (one) => plainName(one.title).includes(wanted) || plainName(one.help).includes(wanted),
      ),
    }))
    .filter((group) => group.offers.length > 0);
}
