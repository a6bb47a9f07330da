import { DeleteOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, DatePicker, Modal, Select, Skeleton, Tag } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useState } from "react";
import { keys } from "@/api/keys";
import {
  LEVELS,
  putShare,
  type ShareInfo,
  type ShareLevel,
  type SharesInfo,
  sharesQuery,
  takeShareBack,
  type WantedShare,
} from "@/api/shares";
import type { EntityInfo } from "@/api/types";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { dayOf } from "@/core/time";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import type { Principal } from "./principals";
import css from "./share.module.css";
import { useChoices } from "./use-choices";

type Props = { entity: EntityInfo; id: string; close: () => void };

function useActions({ entity, id }: Props) {
  const toast = useToast();
  const { t } = useLanguage();
  const cache = useQueryClient();
  const key = keys.shares(entity.code, id);
  const put = useMutation({
    mutationFn: (wanted: WantedShare) => putShare(entity.code, id, wanted),
    onSuccess: (shares) => cache.setQueryData<SharesInfo>(key, shares),
    onError: toast.failed,
  });
  const remove = useMutation({
    mutationFn: (share: ShareInfo) => takeShareBack(entity.code, id, share.id),
    onSuccess: () => toast.done(t("share.removed")),
    onError: toast.failed,
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
  return { put, remove };
}

type LevelProps = { label: string; most: ShareLevel; value: ShareLevel; set: (level: ShareLevel) => void };

function Level({ label, most, value, set }: LevelProps) {
  const { t } = useLanguage();
  return (
    <Select<ShareLevel>
      aria-label={label}
      className={css.level}
      value={value}
      options={LEVELS.map((level) => ({
        value: level,
        label: t(`share.levelOf.${level}`),
        disabled: LEVELS.indexOf(level) > LEVELS.indexOf(most),
      }))}
      onChange={set}
    />
  );
}

function Until({ label, value, set }: { label: string; value: string | null; set: (day: string | null) => void }) {
  const { t } = useLanguage();
  const { zone } = useFormats();
  const today = dayOf(new Date(), zone);
  return (
    <DatePicker
      aria-label={label}
      className={css.until}
      placeholder={t("share.forever")}
      value={value === null ? null : dayjs(value)}
      disabledDate={(day) => day.format("YYYY-MM-DD") < today}
      onChange={(day) => set(day ? day.format("YYYY-MM-DD") : null)}
    />
  );
}

type AddProps = { most: ShareLevel; busy: boolean; add: (wanted: WantedShare) => void };

/** Whom, how far and how long, in one line. */
function Add({ most, busy, add }: AddProps) {
  const { t } = useLanguage();
  const choices = useChoices("record");
  const [whom, setWhom] = useState<string | null>(null);
  const [level, setLevel] = useState<ShareLevel>("read");
  const [until, setUntil] = useState<string | null>(null);
  const picked: Principal | undefined = choices
    .flatMap(({ options }) => options)
    .find(({ value }) => value === whom)?.principal;
  const go = () => {
    if (picked === undefined || picked.kind === "role") return;
    add({ kind: picked.kind, principal: picked.id, below: picked.below, level, until });
    setWhom(null);
  };
  return (
    <div className={css.add}>
      <Select<string>
        aria-label={t("share.with")}
        className={css.whom}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("share.find")}
        value={whom}
        options={choices.map(({ kind, options }) => ({ label: t(`share.kind.${kind}`), options }))}
        onChange={setWhom}
      />
      <Level label={t("share.level")} most={most} value={level} set={setLevel} />
      <Until label={t("share.until")} value={until} set={setUntil} />
      <Button type="primary" loading={busy} disabled={picked === undefined} onClick={go}>
        {t("share.add")}
      </Button>
    </div>
  );
}

type LineProps = { share: ShareInfo; most: ShareLevel; put: (wanted: WantedShare) => void; remove: () => void };

/** One share: who, since when, how far and how long; what is above one's own reach can only be looked at. */
function Line({ share, most, put, remove }: LineProps) {
  const { t } = useLanguage();
  const formats = useFormats();
  const { kind, below, level, until } = share;
  const own = share.principal.name ?? t("share.gone");
  const name = below ? t("share.tree", { name: own }) : own;
  const wanted: WantedShare = { kind, principal: share.principal.id, below, level, until };
  const mine = LEVELS.indexOf(level) <= LEVELS.indexOf(most);
  const over = until !== null && until < dayOf(new Date(), formats.zone);
  return (
    <li className={css.line}>
      <div className={css.who}>
        <span>
          {name} <Tag>{t(`share.kindOf.${kind}`)}</Tag>
          {over && <Tag color="warning">{t("share.over")}</Tag>}
        </span>
        {share.by && (
          <span className="faint">
            {t("share.by", { name: share.by.name ?? "", when: formats.relative(share.at) })}
          </span>
        )}
      </div>
      {mine && share.principal.name !== null ? (
        <>
          <Level
            label={t("share.levelFor", { name })}
            most={most}
            value={level}
            set={(next) => put({ ...wanted, level: next, until: over ? null : until })}
          />
          <Until label={t("share.untilFor", { name })} value={until} set={(day) => put({ ...wanted, until: day })} />
        </>
      ) : (
        <span className="faint">{t(`share.levelOf.${level}`)}</span>
      )}
      {mine && (
        <Button type="text" icon={<DeleteOutlined />} aria-label={t("share.remove", { name })} onClick={remove} />
      )}
    </li>
  );
}

/** Who has a record, and giving it to others. */
export default function ShareDialog(props: Props) {
  const { t, language } = useLanguage();
  const shares = useQuery(sharesQuery(props.entity.code, props.id));
  const { put, remove } = useActions(props);
  const body = () => {
    if (shares.isPending) return <Skeleton active />;
    if (shares.isError) return <Failure error={shares.error} retry={() => void shares.refetch()} />;
    const { items, most } = shares.data;
    return (
      <>
        <Add most={most} busy={put.isPending} add={(wanted) => put.mutate(wanted)} />
        <p className="faint">{t("share.hint", { name: labelText(props.entity.label, language) })}</p>
        {items.length === 0 && <p>{t("share.none")}</p>}
        <ul className={css.list}>
          {items.map((share) => (
            <Line
              key={share.id}
              share={share}
              most={most}
              put={(wanted) => put.mutate(wanted)}
              remove={() => remove.mutate(share)}
            />
          ))}
        </ul>
      </>
    );
  };
  return (
    <Modal open title={t("share.title")} footer={null} width={680} onCancel={props.close}>
      {body()}
    </Modal>
  );
}
