import { CheckCircleFilled, CloseCircleOutlined, EyeOutlined, StopOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Drawer, Skeleton, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { MemberPicker } from "@/admin/people/pickers";
import { peopleQuery } from "@/api/people";
import { startPreview } from "@/api/preview";
import type { EntityInfo } from "@/api/types";
import { type Why, type WhyAbility, type WhyWord, whyQuery } from "@/api/why";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useMe } from "@/app/signed-in";
import { usePhone } from "@/app/use-phone";
import { SCOPED, type Scoped } from "@/builder/role/model";
import type { About } from "@/builder/role/words";
import { useConditionWords } from "@/builder/use-condition-words";
import { labelText, useLanguage } from "@/i18n";
import { because, conditionsOf, sentence } from "./model";
import css from "./why.module.css";
import { WhyFields } from "./why-fields";

type Props = { entity: EntityInfo; id: string; close: () => void };

function Mark({ word }: { word: WhyWord }) {
  const { t } = useLanguage();
  const label = t(word.holds ? "why.holds" : "why.fails");
  const props = { className: css.mark, "aria-label": label, title: label };
  if (!word.holds) return <CloseCircleOutlined {...props} style={{ color: "var(--faint)" }} />;
  return word.denies ? (
    <StopOutlined {...props} style={{ color: "var(--bad)" }} />
  ) : (
    <CheckCircleFilled {...props} style={{ color: "var(--good)" }} />
  );
}

function Right({ why, right, about }: { why: Why; right: Scoped; about: Pick<About, "condition"> }) {
  const { t, language } = useLanguage();
  const { words, allowed } = why[right];
  return (
    <section className={css.part} aria-label={t(`why.right.${right}`)}>
      <h3>
        {t("why.say", { who: t(`why.right.${right}`), what: t(allowed ? "why.can" : "why.cannot") })}{" "}
        <span className="faint">{t(`why.because.${because(why, right)}`)}</span>
      </h3>
      <ul className={css.list}>
        {words.map((word) => {
          const text = sentence(word, right, about, language, t);
          return (
            <li key={`${word.denies} ${text}`} className={css.line}>
              <Mark word={word} />
              <span className={word.holds ? undefined : "muted"}>{text}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Roles({ why }: { why: Why }) {
  const { t, language } = useLanguage();
  const silent = why.roles.filter(({ says }) => !says);
  return (
    <section className={css.part} aria-label={t("why.roles")}>
      <h3>{t("why.roles")}</h3>
      <div className={css.roles}>
        {why.roles.map(({ code, label, app }) => {
          const name = labelText(label, language);
          return app === null ? (
            <span key={code}>{name}</span>
          ) : (
            <Link key={code} to={paths.buildRole(app, code)} aria-label={t("why.openRole", { name })}>
              {name}
            </Link>
          );
        })}
      </div>
      {silent.map(({ code, label }) => (
        <div key={code} className="faint">
          {t("why.silent", { name: labelText(label, language) })}
        </div>
      ))}
    </section>
  );
}

function Abilities({ why }: { why: Why }) {
  const { t, language } = useLanguage();
  const names = (codes: string[]) =>
    codes
      .map((code) => labelText(why.roles.find((one) => one.code === code)?.label ?? code, language))
      .join(t("why.comma"));
  const reason = ({ given, denied }: WhyAbility) => {
    if (denied.length > 0) return t("why.deniedBy", { names: names(denied) });
    return given.length > 0 ? t("why.givenBy", { names: names(given) }) : t("why.nobodyGives");
  };
  return (
    <section className={css.part} aria-label={t("why.abilities")}>
      <h3>{t("why.abilities")}</h3>
      {why.abilities.map((ability) => (
        <div key={ability.code} className={css.name}>
          <span>
            {t("why.say", {
              who: t(`role.flag.${ability.code}`),
              what: t(ability.allowed ? "why.can" : "why.cannot"),
            })}
          </span>
          <span className="faint">{reason(ability)}</span>
        </div>
      ))}
    </section>
  );
}

function Explained({ why, entity, id }: { why: Why; entity: EntityInfo; id: string }) {
  const { t } = useLanguage();
  const me = useMe();
  const { name, active } = why.member;
  // Loads the workbench anew, as the member has it.
  const seeAs = () => {
    startPreview({ member: why.member.id, name });
    window.location.assign(paths.record(entity.code, id));
  };
  const words = useConditionWords(conditionsOf(why, entity.code), false);
  const about = { condition: (text: string) => words(entity.code, entity.fields, text) };
  const plain = !active ? "inactive" : why.admin ? "admin" : why.roles.length === 0 ? "noRoles" : null;
  return (
    <>
      <section className={css.verdict} aria-label={t("why.verdictOf")}>
        {SCOPED.map((right) => (
          <Tag key={right} color={why[right].allowed ? "success" : "default"}>
            {t(`why.${why[right].allowed ? "yes" : "no"}.${right}`)}
          </Tag>
        ))}
      </section>
      {plain !== null && <Alert type="info" style={{ marginTop: 12 }} title={t(`why.${plain}`, { name })} />}
      {active && why.member.id !== me.member.id && (
        <Button icon={<EyeOutlined />} style={{ marginTop: 12 }} onClick={seeAs}>
          {t("why.seeAs", { name })}
        </Button>
      )}
      {plain === null && (
        <>
          {SCOPED.map((right) => (
            <Right key={right} why={why} right={right} about={about} />
          ))}
          <Roles why={why} />
          <Abilities why={why} />
          <WhyFields why={why} entity={entity} />
        </>
      )}
    </>
  );
}

function Answer({ member, entity, id }: { member: string; entity: EntityInfo; id: string }) {
  const why = useQuery(whyQuery(member, entity.code, id));
  if (why.isPending) return <Skeleton active style={{ marginTop: 16 }} />;
  if (why.isError) return <Failure error={why.error} retry={() => void why.refetch()} />;
  return <Explained why={why.data} entity={entity} id={id} />;
}

/** By which roles and rules somebody sees a record and its fields, or does not. */
export default function WhyDrawer({ entity, id, close }: Props) {
  const { t } = useLanguage();
  const phone = usePhone();
  const people = useQuery(peopleQuery);
  const [member, setMember] = useState<string | null>(null);
  return (
    <Drawer
      open
      title={t("why.title")}
      size={phone ? "92dvh" : 560}
      placement={phone ? "bottom" : "right"}
      onClose={close}
    >
      {people.isError ? (
        <Failure error={people.error} retry={() => void people.refetch()} />
      ) : (
        <MemberPicker
          label={t("why.whom")}
          placeholder={t("why.pick")}
          clear={false}
          members={(people.data ?? []).filter(({ active }) => active)}
          value={member}
          onChange={setMember}
        />
      )}
      {member === null ? (
        <p className="muted">{t("why.pickHint")}</p>
      ) : (
        <Answer member={member} entity={entity} id={id} />
      )}
    </Drawer>
  );
}
