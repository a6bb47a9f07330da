import { PlusOutlined, TableOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { type Invitation, invitationsQuery, withdraw } from "@/api/people";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { pathName } from "./model";
import { NewInvitation } from "./new-invitation";
import css from "./people.module.css";
import { PeopleFile } from "./people-file";
import { PeoplePlace } from "./places";
import { usePeople, usePeopleChange } from "./use-people";

type People = ReturnType<typeof usePeople>;

function useWithdraw(invitation: Invitation) {
  const { t } = useLanguage();
  const toast = useToast();
  const { modal } = App.useApp();
  const withdrawing = usePeopleChange(withdraw, () => toast.done(t("people.invitation.revoked")));
  return () =>
    modal.confirm({
      title: t("people.invitation.revokeTitle"),
      content: t("people.invitation.revokeText"),
      okText: t("people.invitation.revoke"),
      cancelText: t("common.cancel"),
      onOk: () => withdrawing.mutateAsync(invitation.id).catch(() => undefined),
    });
}

function InvitationRow({ invitation, people }: { invitation: Invitation; people: People }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const remove = useWithdraw(invitation);
  const name = (id: string | null) => people.members.find((one) => one.id === id)?.name ?? "";
  const title =
    invitation.label ??
    (invitation.member
      ? t("people.invitation.forMember", { name: name(invitation.member) })
      : t("people.invitation.forAnyone"));
  const used =
    invitation.most === null
      ? t("people.invitation.used", { used: invitation.used })
      : t("people.invitation.usedOf", { used: invitation.used, most: invitation.most });
  const said = [
    used,
    t("people.invitation.until", { when: formats.moment(invitation.expiresAt) }),
    ...invitation.departments.map((id) => pathName(people.departments, id)),
    t("people.invitation.by", { name: name(invitation.createdBy) }),
  ];
  return (
    <div className={css.item}>
      <span className={css.about}>
        <strong className="ellipsis">{title}</strong>
        <span className="muted">{said.filter((text) => text !== "").join(" \u00b7 ")}</span>
      </span>
      <Button size="small" onClick={remove}>
        {t("people.invitation.revoke")}
      </Button>
    </div>
  );
}

function Invitations() {
  const { t } = useLanguage();
  const people = usePeople();
  const invitations = useQuery(invitationsQuery);
  const [open, setOpen] = useState<"link" | "file" | null>(null);
  if (people.pending || invitations.isPending) return <PageSkeleton />;
  if (invitations.isError) return <Failure error={invitations.error} retry={() => void invitations.refetch()} />;
  return (
    <>
      <div className={css.bar}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("link")}>
          {t("people.invitation.add")}
        </Button>
        <Button icon={<TableOutlined />} onClick={() => setOpen("file")}>
          {t("people.invitation.file")}
        </Button>
      </div>
      {invitations.data.length === 0 ? (
        <Empty title={t("people.invitation.empty")} text={t("people.invitation.emptyText")} />
      ) : (
        <ul className={css.list}>
          {invitations.data.map((invitation) => (
            <li key={invitation.id}>
              <InvitationRow invitation={invitation} people={people} />
            </li>
          ))}
        </ul>
      )}
      {open === "link" && <NewInvitation departments={people.departments} close={() => setOpen(null)} />}
      {open === "file" && <PeopleFile close={() => setOpen(null)} />}
    </>
  );
}

export function Component() {
  return (
    <PeoplePlace>
      <Invitations />
    </PeoplePlace>
  );
}
