import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { signIn, signInWithCode } from "@/api/session";
import type { Me } from "@/api/types";
import { paths } from "@/app/paths";

export type Credentials = { account: string; password: string };

/** Signing in, in one step or in two: `challenge` is there while a code is awaited. */
export function useSignIn() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from ?? paths.home;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const enter = async (me: Me) => {
    cache.clear();
    cache.setQueryData(keys.me, me);
    await navigate(from, { replace: true });
  };
  const step = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(failure);
      // Who took too long begins anew.
      if (failure instanceof Problem && failure.code === "challenge-over") setChallenge(null);
    }
    setBusy(false);
  };
  const submit = ({ account, password }: Credentials) =>
    step(async () => {
      const answer = await signIn(account.trim(), password);
      if ("challenge" in answer) setChallenge(answer.challenge);
      else await enter(answer);
    });
  const submitCode = (code: string) =>
    step(async () => {
      if (challenge !== null) await enter(await signInWithCode(challenge, code));
    });
  const back = () => {
    setChallenge(null);
    setError(null);
  };
  return { submit, submitCode, back, challenge, busy, error };
}
