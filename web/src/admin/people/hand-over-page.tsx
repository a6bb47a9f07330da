import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { type HandOver, handOver, handOversQuery, holdingsQuery, type Member, type Successors } from "@/api/people";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { AdminsOnly } from "../admins-only";
import { HandOverProgress } from "./hand-over-progress";
import { HeldList } from "./held-list";
import { type Choice, plan, successorsOf } from "./model";
import css from "./people.module.css";
import { MemberPicker } from "./pickers";
import { usePeople, usePeopleChange } from "./use-people";

type StepProps = { member: Member; members: readonly Member[]; begun: (made: HandOver) => void };

function useBegin(member: Member, begun: (made: HandOver) => void) {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const beginning = usePeopleChange((to: Successors) => handOver(member.id, to), begun);
  const ask = (to: Successors, n: number) =>
    modal.confirm({
      title: t(to.ends ? "people.handOver.confirm" : "people.handOver.confirmOnly", { n, name: member.name }),
      content: to.ends ? t("people.handOver.confirmText", { name: member.name }) : undefined,
      okText: t(to.ends ? "people.handOver.run" : "people.handOver.runOnly"),
      okButtonProps: { danger: to.ends },
      cancelText: t("common.cancel"),
      onOk: () => beginning.mutateAsync(to).catch(() => undefined),
    });
  return { ask, busy: beginning.isPending };
}

/** What passes, to whom, and the one step that does it. */
function Choose({ member, members, begun }: StepProps) {
  const { t } = useLanguage();
  const held = useQuery(holdingsQuery(member.id));
  const [choice, setChoice] = useState<Choice>({ successor: null, each: {} });
  const [ends, setEnds] = useState(member.active);
  const begin = useBegin(member, begun);
  const others = successorsOf(members, member.id);
  if (held.isPending) return <PageSkeleton />;
  if (held.isError) return <Failure error={held.error} retry={() => void held.refetch()} />;
  const { passing, ready } = plan(held.data, choice);
  return (
    <>
      <section className={css.panel}>
        <label htmlFor="successor">{t("people.handOver.successor")}</label>
        <div style={{ maxWidth: 440 }}>
          <MemberPicker
            id="successor"
            members={others}
            value={choice.successor}
            placeholder={t("people.handOver.successorHint")}
            onChange={(successor) => setChoice({ ...choice, successor })}
          />
        </div>
      </section>
      {held.data.length === 0 && <p className="muted">{t("people.handOver.nothing", { name: member.name })}</p>}
      <HeldList held={held.data} members={others} choice={choice} choose={setChoice} />
      <div className={css.bar}>
        <Checkbox checked={ends} disabled={!member.active} onChange={(event) => setEnds(event.target.checked)}>
          {t("people.handOver.ends", { name: member.name })}
        </Checkbox>
        <span className={css.grow} />
        <Button
          type="primary"
          danger={ends}
          disabled={!ready}
          loading={begin.busy}
          onClick={() => begin.ask({ successor: choice.successor, successors: choice.each, ends }, passing)}
        >
          {t(ends ? "people.handOver.run" : "people.handOver.runOnly")}
        </Button>
      </div>
    </>
  );
}

/** The leaving of one member: what passes to whom, and how it goes on. */
export function HandOverOf({ id }: { id: string }) {
  const { t } = useLanguage();
  const people = usePeople();
  const past = useQuery(handOversQuery(id));
  const [fresh, setFresh] = useState<string | null>(null);
  const member = people.members.find((one) => one.id === id);
  if (people.pending || past.isPending) return <PageSkeleton />;
  if (people.error) return <Failure error={people.error} retry={people.retry} />;
  if (past.isError) return <Failure error={past.error} retry={() => void past.refetch()} />;
  if (member === undefined) return <Failure error={null} />;
  const last = past.data[0];
  const shown = last && (last.finishedAt === null || last.id === fresh) ? last : undefined;
  return (
    <div className={css.page}>
      <Link to={paths.people}>{t("people.handOver.back")}</Link>
      <h1>{t("people.handOver.title", { name: member.name })}</h1>
      {shown ? (
        <HandOverProgress handOver={shown} members={people.members} again={() => setFresh(null)} />
      ) : (
        <>
          <p className="muted">{t("people.handOver.text", { name: member.name })}</p>
          <Choose member={member} members={people.members} begun={(made) => setFresh(made.id)} />
        </>
      )}
    </div>
  );
}

export function Component() {
  const { member = "" } = useParams();
  return (
    <AdminsOnly>
      <HandOverOf key={member} id={member} />
    </AdminsOnly>
  );
}
