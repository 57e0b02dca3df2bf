
(** * Tactics of exported proofs *)

(** Identities of rings and fields. *)
Lemma Pow_numeral x p n : Pos.to_nat p = n -> Pow x (IZR (Zpos p)) = x ^ n.
Proof. intros <-; rewrite Pow_IZR; reflexivity. Qed.
Lemma Pow_negative x p n : Pos.to_nat p = n -> Pow x (IZR (Zneg p)) = / x ^ n.
Proof. intros <-; rewrite Pow_IZR; reflexivity. Qed.
Lemma Pow_opposite x p n : Pos.to_nat p = n -> Pow x (- IZR (Zpos p)) = / x ^ n.
Proof. intros <-; rewrite <- opp_IZR, Pow_IZR; reflexivity. Qed.
Ltac powers := repeat match goal with
  | |- context [Pow ?x (IZR Z0)] => rewrite (Pow_0 x)
  | |- context [Pow ?x (IZR (Zpos ?p))] => let n := eval compute in (Pos.to_nat p) in rewrite (Pow_numeral x p n eq_refl)
  | |- context [Pow ?x (IZR (Zneg ?p))] => let n := eval compute in (Pos.to_nat p) in rewrite (Pow_negative x p n eq_refl)
  | |- context [Pow ?x (- IZR (Zpos ?p))] => let n := eval compute in (Pos.to_nat p) in rewrite (Pow_opposite x p n eq_refl)
  | H : context [Pow ?x (IZR (Zpos ?p))] |- _ => let n := eval compute in (Pos.to_nat p) in rewrite (Pow_numeral x p n eq_refl) in H
  | H : context [Pow ?x (IZR (Zneg ?p))] |- _ => let n := eval compute in (Pos.to_nat p) in rewrite (Pow_negative x p n eq_refl) in H
  end.
Ltac nonzero := match goal with
  | |- _ /\ _ => split; nonzero
  | H : ?G |- ?G => exact H
  | |- IZR _ <> 0 => lra
  | N : ?v <> 0 |- _ <> 0 => let E := fresh in solve [intro E; apply N; first [rewrite E; ring | rewrite <- E; ring | lra]]
  | N : ?u * ?v <> 0 |- _ => let A := fresh in let B := fresh in
      assert (A : u <> 0) by (intro A; apply N; rewrite A; ring);
      assert (B : v <> 0) by (intro B; apply N; rewrite B; ring); clear N; nonzero
  | |- _ <> 0 => lra
  end.
Ltac by_ring := powers; first [ring | field; nonzero | unfold Rdiv; ring].
Ltac by_field := powers; first [ring | field; nonzero | unfold Rdiv; ring].
Ltac numbers := powers; lra.
Ltac absurd_by H K := first [exact (False_ind _ (K H)) | exact (False_ind _ (H K)) | exfalso; lra].
Ltac strong_zero := let N := fresh in intro N; unfold bracket, delta;
  repeat match goal with |- context [if ?d then _ else _] => destruct d; try ring end;
  exfalso; apply N; repeat split; assumption.
