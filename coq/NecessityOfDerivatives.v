(** The same as Necessity.v for the rules of derivatives. *)
From Coq Require Import Reals Lra Lia ZArith Arith Classical FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Gradus Require Import Gradus.
Open Scope R_scope.

(** ** Facts for the counterexamples *)

(** *** A function with a break at 0 *)

(** a up to 0, and F after it. *)
Definition after (a : R) (F : R -> R) (t : R) : R := if lt_dec 0 t then F t else a.
Lemma after_pos a F t : 0 < t -> after a F t = F t.
Proof. intros H; unfold after; destruct (lt_dec 0 t); [reflexivity|lra]. Qed.
Lemma after_0 a F : after a F 0 = a.
Proof. unfold after; destruct (lt_dec 0 0); [lra|reflexivity]. Qed.

(** Decide on which side of 0 everything is, and leave it to arithmetic. *)
Ltac sides :=
  unfold after, relu, sgn, Rabs, Rmax, Rmin, delta, bracket, ne_dec, not_dec, le_dec, lt_dec, eq_dec;
  repeat match goal with
  | |- context [Req_EM_T ?a ?b] => destruct (Req_EM_T a b)
  | |- context [Rle_lt_dec ?a ?b] => destruct (Rle_lt_dec a b)
  | |- context [Rlt_le_dec ?a ?b] => destruct (Rlt_le_dec a b)
  | |- context [Rle_dec ?a ?b] => destruct (Rle_dec a b)
  | |- context [Rcase_abs ?a] => destruct (Rcase_abs a)
  end; try lra.

(** *** The value of a derivative at 0

    Derive has a value for each function: what the quotients from 0 to 1/(n+1) tend to, and 0 where
    that is infinite. So the values on the right decide. *)

Lemma D_right_same F G : (forall t, 0 <= t -> F t = G t) -> D (var0 0) F = D (var0 0) G.
Proof.
  intros H; unfold D, Derive, Lim; simpl; f_equal; apply Lim_seq_ext; intros n.
  assert (0 < / (INR n + 1)) by (apply Rinv_0_lt_compat; pose proof (pos_INR n); lra).
  rewrite !H by lra; reflexivity.
Qed.
Lemma D_is (F : R -> R) l : is_derive F 0 l -> D (var0 0) F = l.
Proof. exact (is_derive_unique F 0 l). Qed.
Lemma D_right (F G : R -> R) l : (forall t, 0 <= t -> F t = G t) -> is_derive G 0 l -> D (var0 0) F = l.
Proof. intros H HG; rewrite (D_right_same F G H); apply D_is, HG. Qed.
Lemma D_up F : (forall t, 0 < t <= 1 -> F 0 + 1 <= F t) -> D (var0 0) F = 0.
Proof.
  intros H; unfold D, Derive, Lim; simpl.
  rewrite (is_lim_seq_unique _ p_infty); [reflexivity|].
  apply (is_lim_seq_le_p_loc INR); [exists O; intros n _|exact is_lim_seq_INR].
  pose proof (pos_INR n) as P; rewrite !Rplus_0_l.
  assert (Q : 0 < / (INR n + 1) <= 1).
  { split; [apply Rinv_0_lt_compat; lra|rewrite <- Rinv_1; apply Rinv_le_contravar; lra]. }
  specialize (H _ Q); unfold Rdiv; rewrite Rinv_inv.
  apply Rle_trans with (1 * (INR n + 1)); [lra|apply Rmult_le_compat_r; lra].
Qed.
Lemma D_down F : (forall t, 0 < t <= 1 -> F t <= F 0 - 1) -> D (var0 0) F = 0.
Proof.
  intros H; assert (E : Derive (fun t => - F t) 0 = 0)
    by (apply (D_up (fun t => - F t)); intros t Ht; specialize (H t Ht); lra).
  rewrite Derive_opp in E; change (Derive F 0 = 0); lra.
Qed.
(** F jumps at 0. *)
Ltac jump := first [apply D_up; intros ? ?; solve [sides] | apply D_down; intros ? ?; solve [sides]].
(** F is G on the right of 0, and G has a derivative. *)
Tactic Notation "right_as" uconstr(G) := apply (D_right _ G);
  [ let t := fresh "t" in let Ht := fresh "Ht" in intros t Ht; destruct (Rle_lt_or_eq_dec 0 t Ht) as [?|<-];
    rewrite ?after_0, ?after_pos by assumption; try solve [sides|rewrite ?Pow_2; ring]
  | auto_derive; [try solve [repeat split; lra]|try lra] ].

Lemma D_const {T} (d : location T) c : D d (fun _ => c) = 0.
Proof. apply r_diff_const. Qed.
Lemma D_id x : D (var0 x) (fun t => t) = 1.
Proof. exact (r_diff_self (var0 x)). Qed.
(** Left of 0, at -1: what is constant there has the derivative 0. *)
Lemma D_left F c : (forall t, t < 0 -> F t = c) -> D (var0 (-1)) F = 0.
Proof.
  intros H; rewrite <- (D_const (var0 (-1)) c); apply in_D.
  apply (near_imp _ (fun t => t < 0)); [exact H|].
  apply (near_lt (var0 (-1)) (fun t => t) (fun _ => 0)); [apply cty_var0|apply cty_const|simpl; lra].
Qed.

(** *** Values *)

Lemma ln_nonpos x : x <= 0 -> ln x = 0.
Proof. intros H; unfold ln; destruct (Rlt_dec 0 x); [exfalso; lra|reflexivity]. Qed.
Lemma not_int z x : IZR z < x < IZR z + 1 -> ~ is_int x.
Proof. intros H N; pose proof (int_lt_le (IZR z) x (is_int_IZR z) N); lra. Qed.
Lemma Pow_negative x v : x < 0 -> ~ is_int v -> Pow x v = 1.
Proof.
  intros H N; unfold Pow; destruct (int_dec v); [contradiction|]; destruct (eq_dec x 0); [lra|].
  unfold Rpower; rewrite ln_nonpos by lra; rewrite Rmult_0_r; apply exp_0.
Qed.
Lemma Pow_half_square t : 0 <= t -> Pow (t * t) (1 / 2) = t.
Proof.
  intros [H| <-].
  - rewrite Pow_Rpower by (apply Rmult_lt_0_compat; exact H); replace (1 / 2) with (/ 2) by lra.
    rewrite Rpower_sqrt by (apply Rmult_lt_0_compat; exact H); apply sqrt_square; lra.
  - rewrite Rmult_0_l; unfold Pow; destruct (int_dec (1 / 2)) as [N|_]; [apply (not_int 0) in N; [contradiction|lra]|].
    destruct (eq_dec 0 0); [reflexivity|lra].
Qed.
Lemma Sum_1_2 F : Sum 1 2 F = F 1 + F 2.
Proof. rewrite Sum_last by (exact (is_int_IZR _) || lra); replace (2 - 1) with 1 by lra; rewrite Sum_single by exact (is_int_IZR _); reflexivity. Qed.
Lemma Prod_1_2 F : Prod 1 2 F = F 1 * F 2.
Proof. rewrite Prod_last by (exact (is_int_IZR _) || lra); replace (2 - 1) with 1 by lra; rewrite Prod_single by exact (is_int_IZR _); reflexivity. Qed.
Lemma Max_1_2 F : Max 1 2 F = Rmax (F 1) (F 2).
Proof.
  unfold Max; rewrite count_int, first_int; simpl.
  rewrite Rplus_0_r; replace (1 + 1) with 2 by lra; reflexivity.
Qed.
Lemma Max_empty a b F : b < a -> Max a b F = 0.
Proof. intros H; unfold Max; rewrite count_empty by exact H; reflexivity. Qed.

(** A function without a limit at 0: -1 and exp(t) in turn. *)
Lemma D_seq F : D (var0 0) F = real (Lim_seq (fun n => (F (/ (INR n + 1)) - F 0) * (INR n + 1))).
Proof.
  unfold D, Derive, Lim; simpl; f_equal; apply Lim_seq_ext; intros n.
  rewrite !Rplus_0_l; unfold Rdiv; rewrite Rinv_inv; reflexivity.
Qed.
Lemma Lim_alternating q : (forall m, q (2 * m)%nat = 1) -> (forall m, q (2 * m + 1)%nat = 0) -> real (Lim_seq q) = 1 / 2.
Proof.
  intros H1 H0; unfold Lim_seq.
  rewrite (is_LimSup_seq_unique q 1), (is_LimInf_seq_unique q 0); [simpl; lra| |]; intros [e He]; simpl; split.
  - intros N; exists (2 * N + 1)%nat; split; [lia|rewrite H0; lra].
  - exists O; intros n _; destruct (Nat.Even_or_Odd n) as [[m ->]|[m ->]]; [rewrite H1|rewrite H0]; lra.
  - intros N; exists (2 * N)%nat; split; [lia|rewrite H1; lra].
  - exists O; intros n _; destruct (Nat.Even_or_Odd n) as [[m ->]|[m ->]]; [rewrite H1|rewrite H0]; lra.
Qed.
Lemma Lim_unbounded q : (forall M N, exists n, (N <= n)%nat /\ q n < M) -> real (Lim_seq q) = 0.
Proof. intros H; unfold Lim_seq; rewrite (is_LimInf_seq_unique q m_infty H); destruct (LimSup_seq q); simpl; lra. Qed.
Definition wild : R -> R := after 1 (fun t => if int_dec (/ t / 2) then -1 else exp t).
Lemma wild_even m : wild (/ (INR (2 * m) + 1)) = exp (/ (INR (2 * m) + 1)).
Proof.
  unfold wild; pose proof (pos_INR (2 * m)); rewrite after_pos by (apply Rinv_0_lt_compat; lra).
  rewrite Rinv_inv; destruct (int_dec ((INR (2 * m) + 1) / 2)) as [N|_]; [|reflexivity].
  apply (not_int (Z.of_nat m)) in N; [contradiction|].
  rewrite <- INR_IZR_INZ, mult_INR; simpl INR; lra.
Qed.
Lemma wild_odd m : wild (/ (INR (2 * m + 1) + 1)) = -1.
Proof.
  unfold wild; pose proof (pos_INR (2 * m + 1)); rewrite after_pos by (apply Rinv_0_lt_compat; lra).
  rewrite Rinv_inv; destruct (int_dec ((INR (2 * m + 1) + 1) / 2)) as [_|N]; [reflexivity|contradict N].
  exists (Z.of_nat (m + 1)); rewrite <- INR_IZR_INZ, !plus_INR, mult_INR; simpl INR; lra.
Qed.
Lemma D_ln_wild : D (var0 0) (fun t => ln (wild t)) = 1 / 2.
Proof.
  rewrite D_seq; apply Lim_alternating; intros m; unfold wild at 2; rewrite after_0, ln_1.
  - rewrite wild_even, ln_exp, Rminus_0_r; apply Rinv_l; pose proof (pos_INR (2 * m)); lra.
  - rewrite wild_odd, ln_nonpos by lra; lra.
Qed.
Lemma D_wild : D (var0 0) wild = 0.
Proof.
  rewrite D_seq; apply Lim_unbounded; intros M N; destruct (nfloor_ex (Rabs M) (Rabs_pos M)) as [k Hk].
  exists (2 * (k + N) + 1)%nat; split; [lia|].
  unfold wild at 2; rewrite wild_odd, after_0, !plus_INR, mult_INR, plus_INR.
  pose proof (pos_INR N); pose proof (pos_INR k); pose proof (Rabs_maj2 M); simpl INR; lra.
Qed.

(** *** What is differentiable, and what is not *)

Ltac smooth := split; [cbn [crd pt pth var0]; auto_derive; solve [exact I|lra|repeat split; lra]|apply near_all; intros; exact I].
Lemma even_kink F : (forall t, F (- t) = F t) -> D (var0 0) F <> 0 -> ~ ex_derive F 0.
Proof.
  intros E N [l H]; apply N; rewrite (D_is F l H).
  assert (K : is_derive (fun t => F (- t)) 0 (- 1 * l)).
  { apply (is_derive_comp F Ropp); [rewrite Ropp_0; exact H|auto_derive; [exact I|ring]]. }
  apply is_derive_unique in K; apply (is_derive_ext _ (fun t => F (- t))) in H; [|intros t; symmetry; apply E].
  apply is_derive_unique in H; lra.
Qed.
(** A function of the absolute value has no derivative at 0, unless its own is 0. *)
Lemma kink h l : is_derive h 0 l -> l <> 0 -> ~ ex_derive (fun t => h (Rabs t)) 0.
Proof.
  intros H N; apply even_kink; [intros t; rewrite Rabs_Ropp; reflexivity|].
  rewrite (D_right _ h l); [exact N|intros t Ht; rewrite Rabs_pos_eq by exact Ht; reflexivity|exact H].
Qed.
Lemma kink_of F h l : (forall t, F t = h (Rabs t)) -> is_derive h 0 l -> l <> 0 -> ~ ex_derive F 0.
Proof. intros E H N K; apply (kink h l H N); apply (ex_derive_ext F); [exact E|exact K]. Qed.
(** |t| is 2 relu(t) - t. *)
Lemma relu_kink : ~ ex_derive relu 0.
Proof.
  intros K; apply (kink_of Rabs (fun t => t) 1); [reflexivity|auto_derive; [exact I|lra]|lra|].
  apply (ex_derive_ext (fun t => 2 * relu t - t)); [intros t; unfold relu; sides|].
  apply (ex_derive_minus (fun t => 2 * relu t) (fun t => t)); [apply ex_derive_scal, K|apply ex_derive_id].
Qed.
(** Nor has a function that jumps at 0. *)
Lemma no_derivative F : (forall t, 0 < t -> F 0 + 1 <= F t) \/ (forall t, 0 < t -> F t <= F 0 - 1) -> ~ ex_derive F 0.
Proof.
  intros H K; apply ex_derive_continuous in K.
  destruct (proj1 (filterlim_locally F (F 0)) K (mkposreal 1 Rlt_0_1)) as [e He].
  assert (B : ball 0 e (e / 2)).
  { unfold ball; simpl; unfold AbsRing_ball, abs, minus, plus, opp; simpl.
    pose proof (cond_pos e); rewrite Ropp_0, Rplus_0_r, Rabs_pos_eq; lra. }
  apply He in B; unfold ball in B; simpl in B; unfold AbsRing_ball, abs, minus, plus, opp in B; simpl in B.
  apply Rabs_lt_between in B; pose proof (cond_pos e).
  destruct H as [H|H]; specialize (H (e / 2)); lra.
Qed.

(** A rule that says x = y is refuted by the values of both sides; one that says that F is
    differentiable by an F that is not. *)
Lemma values (a b x y : R) : x = y -> x = a -> y = b -> a <> b -> False.
Proof. intros -> -> ->; auto. Qed.
Lemma not_exD F ok : exD (var0 0) F ok -> ~ ex_derive F 0 -> False.
Proof. intros [H _] N; exact (N H). Qed.
Lemma not_near {T} (d : location T) F (ok : T -> Prop) : exD d F ok -> ~ ok (pt d) -> False.
Proof. intros [_ H] N; exact (N (near_at d ok H)). Qed.

(** Hypotheses of a rule at a point. *)
Ltac premise :=
  lazymatch goal with
  | |- True => exact I
  | |- is_int _ => exact (is_int_IZR _)
  | |- range _ _ _ => split; [exact (is_int_IZR _)|lra]
  | |- _ = _ -> exD _ _ _ => intros _; smooth
  | |- _ <> _ -> exD _ _ _ => intros _; smooth
  | |- _ <= _ -> exD _ _ _ => intros _; smooth
  | |- _ < _ -> exD _ _ _ => intros _; smooth
  | |- exD _ _ _ => smooth
  | |- near _ _ => apply near_all; intros ?; solve [exact I|lra|reflexivity]
  | |- _ < _ => rewrite ?after_0, ?Rabs_R0; lra
  | |- _ <= _ => lra
  | |- ?a <> ?b => rewrite ?after_0, ?Rabs_R0; lra
  | |- forall k, range k _ _ -> exD _ _ _ => intros; smooth
  end.
Tactic Notation "refute" uconstr(p) := refine p; cbv beta; cbn [pt var0 var1 var2 var3]; try premise.
(** The value of a side: derivatives of constants, of the variable, and of what jumps. *)
Ltac value :=
  rewrite ?D_id, ?D_const, ?after_0;
  repeat match goal with |- context [D (var0 0) ?F] => replace (D (var0 0) F) with 0 by (symmetry; jump) end;
  unfold Rdiv; rewrite ?Rmult_0_l, ?Rmult_0_r, ?Rmult_1_l, ?Rmult_1_r; try lra.

(** Always defined; never defined; a step up at 0; 1 up to 0, and the negative of 1 + t after it. *)
Notation yes := (fun _ => True).
Notation no := (fun _ => False).
Notation step := (after 0 (fun _ => 1)).
Notation turn := (after 1 (fun t => -1 - t)).

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_diff_add_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') + (v x'))) = ((D X (fun x' => u x')) + (D X (fun x' => v x')))).
Proof. intros H; refute (values (0) (1) _ _ (H R (after 0 (fun _ => 2)) yes (fun t => t) yes (var0 0) _) _ _ _); [jump|value]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_diff_add_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => (u x') + (v x'))) = ((D X (fun x' => u x')) + (D X (fun x' => v x')))).
Proof. intros H; refute (values (0) (1) _ _ (H R (fun t => t) yes (after 0 (fun _ => 2)) yes (var0 0) _) _ _ _); [jump|value]. Qed.

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_diff_sub_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') - (v x'))) = ((D X (fun x' => u x')) - (D X (fun x' => v x')))).
Proof. intros H; refute (values (0) (-1) _ _ (H R (after 0 (fun _ => 2)) yes (fun t => t) yes (var0 0) _) _ _ _); [jump|value]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_diff_sub_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => (u x') - (v x'))) = ((D X (fun x' => u x')) - (D X (fun x' => v x')))).
Proof. intros H; refute (values (0) (1) _ _ (H R (fun t => t) yes (after 0 (fun _ => 2)) yes (var0 0) _) _ _ _); [jump|value]. Qed.

(* r_diff_neg_needs_1: holds without it in Coq: Derive_opp has no premise *)

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_diff_mul_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') * (v x'))) = (((D X (fun x' => u x')) * (v (pt X))) + ((u (pt X)) * (D X (fun x' => v x'))))).
Proof. intros H; refute (values (1) (0) _ _ (H R step yes (fun t => t) yes (var0 0) _) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_diff_mul_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => (u x') * (v x'))) = (((D X (fun x' => u x')) * (v (pt X))) + ((u (pt X)) * (D X (fun x' => v x'))))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun t => t) yes step yes (var0 0) _) _ _ _); [right_as (fun t => t)|value]. Qed.

(* r_diff_mul_const_needs_2: holds without it in Coq: Derive_scal has no premise *)

(* r_diff_mul_const_right_needs_1: holds without it in Coq: Derive_scal_l has no premise *)

(* without differentiable(u, X): u = abs(s), v = 2, X = s, s = 0 *)
Lemma r_diff_div_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> (D X (fun x' => (u x') / (v x'))) = ((((D X (fun x' => u x')) * (v (pt X))) - ((u (pt X)) * (D X (fun x' => v x')))) / (Pow (v (pt X)) 2))).
Proof.
intros H; refute (values 0 (-1) _ _ (H R (after 1 (fun _ => 5)) yes (fun t => t + 1) yes (var0 0) _ _) _ _ _).
- apply D_up; intros t Ht; rewrite after_0, after_pos by lra; apply (Rmult_le_reg_r (t + 1)); [lra|].
  field_simplify; lra.
- value; rewrite (D_is _ 1) by (auto_derive; [exact I|lra]); rewrite Pow_2; field.
Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_diff_div_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (v (pt X)) <> 0 -> (D X (fun x' => (u x') / (v x'))) = ((((D X (fun x' => u x')) * (v (pt X))) - ((u (pt X)) * (D X (fun x' => v x')))) / (Pow (v (pt X)) 2))).
Proof. intros H; refute (values (1/2) (1) _ _ (H R (fun t => t) yes (after 1 (fun _ => 2)) yes (var0 0) _ _) _ _ _); [right_as (fun t => t / 2)|value; rewrite Pow_2; field]. Qed.

(* without v != 0: u = s, v = 0, X = s, s = 2 *)
Lemma r_diff_div_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') / (v x'))) = ((((D X (fun x' => u x')) * (v (pt X))) - ((u (pt X)) * (D X (fun x' => v x')))) / (Pow (v (pt X)) 2))).
Proof.
intros H; refute (values 1 0 _ _ (H R (fun t => t * t) yes (fun t => t) yes (var0 0) _ _) _ _ _).
- apply (D_right _ (fun t => t)); [intros t [L| <-]; [field; lra|lra]|auto_derive; [exact I|lra]].
- rewrite (D_is (fun t : R => t * t) 0) by (auto_derive; [exact I|lra]); value.
Qed.

(* r_diff_div_const_needs_1: holds without it in Coq: Derive_scal_l has no premise, and u / v is u * / v *)

(* r_diff_reciprocal_needs_2: holds without it in Coq: 1/x is one-to-one, and smooth at v <> 0: the quotients of 1/v and v are unbounded together, where Derive is 0, or agree in the limit *)

(* r_diff_reciprocal_needs_3: holds without it in Coq: where v = 0 the quotients of u / v are 0 or unbounded, and both sides are 0 *)

(* without differentiable(u, X): u = abs(s) + 1, v = 3, X = s, s = 0 *)
Lemma r_diff_pow_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), 0 < (u (pt X)) -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (2) (0) _ _ (H R turn yes 2 (var0 0) _) _ _ _); [right_as (fun t => (1 + t) * (1 + t))|value]. Qed.

(* without 0 < u: u = s, v = -1, X = s, s = 0 *)
Lemma r_diff_pow_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun t => t * t) yes (1 / 2) (var0 0) _) _ _ _); [apply (D_right _ (fun t => t)); [exact Pow_half_square|auto_derive; [exact I|lra]]|rewrite (D_is (fun t : R => t * t) 0) by (auto_derive; [exact I|lra]); value]. Qed.

(* without differentiable(u, X): u = abs(s) + 1, v = 2, X = s, s = 0 *)
Lemma r_diff_pow_natural_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), is_int v -> 1 <= v -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (2) (0) _ _ (H R turn yes 2 (var0 0) _ _) _ _ _); [right_as (fun t => (1 + t) * (1 + t))|value]. Qed.

(* without integer(v): u = s, v = 3/2, X = s, s = 0 *)
Lemma r_diff_pow_natural_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 1 <= v -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (0) (3/2) _ _ (H R (fun t => t) yes (3 / 2) (var0 (-1)) _ _) _ _ _); [apply (D_left _ 1); intros t Ht; apply Pow_negative; [exact Ht|apply (not_int 1); lra]|value; rewrite Pow_negative; [lra|lra|apply (not_int 0); lra]]. Qed.

(* r_diff_pow_natural_needs_4: holds without it in Coq: at u <> 0 by r_diff_pow_integer; at 0 Pow is constant (v = 0), or / u ^ n with quotients that are 0 or unbounded, and both sides are 0 *)

(* without differentiable(u, X): u = -1/s, v = -1, X = s, s = 0 *)
Lemma r_diff_pow_integer_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), is_int v -> (u (pt X)) <> 0 -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (2) (0) _ _ (H R turn yes 2 (var0 0) _ _) _ _ _); [right_as (fun t => (1 + t) * (1 + t))|value]. Qed.

(* without integer(v): u = s, v = 1/2, X = s, s = -1 *)
Lemma r_diff_pow_integer_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (0) (1/2) _ _ (H R (fun t => t) yes (1 / 2) (var0 (-1)) _ _) _ _ _); [apply (D_left _ 1); intros t Ht; apply Pow_negative; [exact Ht|apply (not_int 0); lra]|value; rewrite Pow_negative; [lra|lra|apply (not_int (-1)); lra]]. Qed.

(* r_diff_pow_integer_needs_4: holds without it in Coq: at 0 by r_diff_pow_natural for 1 <= v; else Pow is constant (v = 0), or / u ^ n with quotients that are 0 or unbounded, and both sides are 0 *)

(* r_diff_pow_base_needs_2: holds without it in Coq: the outer function is one-to-one with a continuous inverse, so the quotients of both sides are unbounded together (Derive is then 0), or agree in the limit *)

(* r_diff_pow_base_needs_3: holds without it in Coq: where u <= 0, ln u = 0 and Pow u takes at most two values near v: the quotients are 0 or unbounded, and both sides are 0 *)

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_diff_pow_general_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => Pow (u x') (v x'))) = ((Pow (u (pt X)) (v (pt X))) * (((D X (fun x' => v x')) * (ln (u (pt X)))) + (((v (pt X)) * (D X (fun x' => u x'))) / (u (pt X)))))).
Proof. intros H; refute (values (2) (0) _ _ (H R turn yes (fun _ => 2) yes (var0 0) _ _) _ _ _); [right_as (fun t => (1 + t) * (1 + t))|value]. Qed.

(* without differentiable(v, X): u = 2, v = abs(s), X = s, s = 0 *)
Lemma r_diff_pow_general_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => Pow (u x') (v x'))) = ((Pow (u (pt X)) (v (pt X))) * (((D X (fun x' => v x')) * (ln (u (pt X)))) + (((v (pt X)) * (D X (fun x' => u x'))) / (u (pt X)))))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun t => 1 + t) yes step yes (var0 0) _ _) _ _ _); [right_as (fun t => 1 + t); [apply Pow_1|rewrite Pow_0; lra]|value]. Qed.

(* without 0 < u: u = s, v = s, X = s, s = 0 *)
Lemma r_diff_pow_general_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => Pow (u x') (v x'))) = ((Pow (u (pt X)) (v (pt X))) * (((D X (fun x' => v x')) * (ln (u (pt X)))) + (((v (pt X)) * (D X (fun x' => u x'))) / (u (pt X)))))).
Proof. intros H; refute (values (0) (-1/2) _ _ (H R (fun t => t) yes (fun _ => 1 / 2) yes (var0 (-1)) _ _) _ _ _); [apply (D_left _ 1); intros t Ht; apply Pow_negative; [exact Ht|apply (not_int 0); lra]|rewrite Pow_negative; [value|lra|apply (not_int 0); lra]]. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_diff_log_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), 0 < (u (pt X)) -> (D X (fun x' => ln (u x'))) = ((D X (fun x' => u x')) / (u (pt X)))).
Proof.
intros H; refute (values (1 / 2) 0 _ _ (H R wild yes (var0 0) _) _ _ _).
- unfold wild; rewrite after_0; lra.
- exact D_ln_wild.
- change (D (var0 0) wild / wild 0 = 0); rewrite D_wild; apply Rmult_0_l.
Qed.

(* without 0 < u: u = s, X = s, s = 0 *)
Lemma r_diff_log_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => ln (u x'))) = ((D X (fun x' => u x')) / (u (pt X)))).
Proof. intros H; refute (values (0) (-1) _ _ (H R (fun t => t) yes (var0 (-1)) _) _ _ _); [apply (D_left _ 0); intros t Ht; apply ln_nonpos; lra|value]. Qed.

(* r_diff_sqrt_needs_1: holds without it in Coq: sqrt is one-to-one where it is positive, and smooth there: the quotients of sqrt u and u are unbounded together, where Derive is 0, or agree in the limit *)

(* without 0 < u: u = s, X = s, s = 0 *)
Lemma r_diff_sqrt_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => sqrt (u x'))) = ((D X (fun x' => u x')) / (2 * (sqrt (u (pt X)))))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun t => t * t) yes (var0 0) _) _ _ _); [apply (D_right _ (fun t => t)); [exact sqrt_square|auto_derive; [exact I|lra]]|rewrite (D_is (fun t : R => t * t) 0) by (auto_derive; [exact I|lra]); value]. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_diff_abs_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), (u (pt X)) <> 0 -> (D X (fun x' => Rabs (u x'))) = ((sgn (u (pt X))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (1) (0) _ _ (H R turn yes (var0 0) _) _ _ _); [right_as (fun t => 1 + t)|value]. Qed.

(* without u != 0: u = s, X = s, s = 0 *)
Lemma r_diff_abs_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => Rabs (u x'))) = ((sgn (u (pt X))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun t => t) yes (var0 0) _) _ _ _); [right_as (fun t => t)|value; sides]. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_diff_relu_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), (u (pt X)) <> 0 -> (D X (fun x' => relu (u x'))) = ((1 - (bracket (le_dec (u (pt X)) 0))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (1) (0) _ _ (H R (after (-1) (fun t => t)) yes (var0 0) _) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without u != 0: u = s, X = s, s = 0 *)
Lemma r_diff_relu_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => relu (u x'))) = ((1 - (bracket (le_dec (u (pt X)) 0))) * (D X (fun x' => u x')))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun t => t) yes (var0 0) _) _ _ _); [right_as (fun t => t)|value; sides]. Qed.

(* r_diff_maximum_left_needs_1: holds without it in Coq: where the quotients of the greater function are bounded it stays the greater, and else both sides are 0 *)

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_diff_maximum_left_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (v (pt X)) < (u (pt X)) -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => u x'))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun _ => 0) yes (after (-1) (fun t => t)) yes (var0 0) _ _) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without v < u: u = 2, v = s, X = s, s = 2 *)
Lemma r_diff_maximum_left_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => u x'))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun _ => 0) yes (fun t => t) yes (var0 0) _ _) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_diff_maximum_right_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) < (v (pt X)) -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => v x'))).
Proof. intros H; refute (values (1) (0) _ _ (H R (after (-1) (fun t => t)) yes (fun _ => 0) yes (var0 0) _ _) _ _ _); [right_as (fun t => t)|value]. Qed.

(* r_diff_maximum_right_needs_2: holds without it in Coq: where the quotients of the greater function are bounded it stays the greater, and else both sides are 0 *)

(* without u < v: u = 2, v = s, X = s, s = 2 *)
Lemma r_diff_maximum_right_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => v x'))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun t => t) yes (fun _ => 0) yes (var0 0) _ _) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without forall k in a..b: differentiable(F(k), X): a = 1, b = 2, F(k) = 1/s, X = s, s = 0 *)
Lemma r_diff_sum_needs_3 : ~ (forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (D X (fun x' => Sum a b (fun k => F x' k))) = (Sum a b (fun k => D X (fun x' => F x' k)))).
Proof.
intros H; refute (values 0 1 _ _ (H R 1 2 (fun t k => if eq_dec k 1 then step t else t) (fun _ _ => True) (var0 0)) _ _ _).
- apply D_up; intros t Ht; rewrite !Sum_1_2; sides.
- rewrite Sum_1_2, (D_right (fun t => if eq_dec 2 1 then step t else t) (fun t => t) 1);
    [value|intros t Ht; sides|auto_derive; [exact I|lra]].
Qed.

(* without forall k in a..b: differentiable(F(k), X): a = 1, b = 2, F(k) = abs(s) + 1, X = s, s = 0 *)
Lemma r_diff_prod_needs_3 : ~ (forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (D X (fun x' => Prod a b (fun k => F x' k))) = (Sum a b (fun k => (D X (fun x' => F x' k)) * (Prod a b (fun j => if (eq_dec j k) then 1 else F (pt X) j))))).
Proof.
intros H; refute (values 2 0 _ _ (H R 1 2 (fun t _ => turn t) (fun _ _ => True) (var0 0)) _ _ _).
- right_as (fun t => (1 + t) * (1 + t)); rewrite Prod_1_2; ring.
- rewrite Sum_1_2; value.
Qed.

(* without forall k in a..b: differentiable(F(k), X): a = 1, b = 2, F(k) = abs(s) + 1, X = s, s = 0 *)
Lemma r_diff_prod_nonzero_needs_3 : ~ (forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> (F (pt X) k) <> 0) -> (D X (fun x' => Prod a b (fun k => F x' k))) = ((Prod a b (fun k => F (pt X) k)) * (Sum a b (fun k => (D X (fun x' => F x' k)) / (F (pt X) k))))).
Proof.
intros H; refute (values 2 0 _ _ (H R 1 2 (fun t _ => turn t) (fun _ _ => True) (var0 0) _) _ _ _).
- intros k _; rewrite after_0; lra.
- right_as (fun t => (1 + t) * (1 + t)); rewrite Prod_1_2; ring.
- rewrite Sum_1_2; value.
Qed.

(* without forall k in a..b: F(k) != 0: a = 1, b = 1, F(k) = s, X = s, s = 0 *)
Lemma r_diff_prod_nonzero_needs_4 : ~ (forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (D X (fun x' => Prod a b (fun k => F x' k))) = ((Prod a b (fun k => F (pt X) k)) * (Sum a b (fun k => (D X (fun x' => F x' k)) / (F (pt X) k))))).
Proof.
intros H; refute (values 1 0 _ _ (H R 1 1 (fun t _ => t) (fun _ _ => True) (var0 0) _) _ _ _).
- right_as (fun t => t); apply Prod_single, is_int_IZR.
- rewrite Prod_single by apply is_int_IZR; apply Rmult_0_l.
Qed.

(* without near(X, i <= j): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_diff_if_le_yes_needs_1 : ~ (forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), (D X (fun x' => if (le_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x'))).
Proof. intros H; refute (values (0) (1) _ _ (H R (fun _ => 1) (fun _ => 0) (fun t => t) (fun _ => 0) (var0 0)) _ _ _); [right_as (fun _ => 0)|value]. Qed.

(* without near(X, i <= j): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_differentiable_if_le_yes_needs_1 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 1) yes (fun _ => 0) yes (fun _ => 0) yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, defined(i)): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_le_yes_needs_2 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <= (j x')) -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) no (fun _ => 1) yes (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without near(X, defined(j)): i = 3, j = sqrt(-1), u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_le_yes_needs_3 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <= (j x')) -> near X (fun x' => i_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) yes (fun _ => 1) no (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without differentiable(u, X): i = 1, j = 2, u = abs(s), v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_le_yes_needs_4 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <= (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 1) yes Rabs yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, j < i): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_diff_if_le_no_needs_1 : ~ (forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), (D X (fun x' => if (le_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x'))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun _ => 0) (fun _ => 1) (fun t => t) (fun _ => 0) (var0 0)) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without near(X, j < i): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_differentiable_if_le_no_needs_1 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 1) yes Rabs yes (fun _ => 0) yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, defined(i)): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_le_no_needs_2 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') < (i x')) -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 1) no (fun _ => 0) yes (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without near(X, defined(j)): i = 3, j = sqrt(-1), u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_le_no_needs_3 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') < (i x')) -> near X (fun x' => i_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 1) yes (fun _ => 0) no (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without differentiable(v, X): i = 2, j = 1, u = abs(s), v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_le_no_needs_4 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') < (i x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 1) yes (fun _ => 0) yes Rabs yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, i < j): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_diff_if_lt_yes_needs_1 : ~ (forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), (D X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x'))).
Proof. intros H; refute (values (0) (1) _ _ (H R (fun _ => 1) (fun _ => 0) (fun t => t) (fun _ => 0) (var0 0)) _ _ _); [right_as (fun _ => 0)|value]. Qed.

(* without near(X, i < j): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_differentiable_if_lt_yes_needs_1 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 1) yes (fun _ => 0) yes (fun _ => 0) yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, defined(i)): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_lt_yes_needs_2 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') < (j x')) -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) no (fun _ => 1) yes (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without near(X, defined(j)): i = 3, j = sqrt(-1), u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_lt_yes_needs_3 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') < (j x')) -> near X (fun x' => i_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) yes (fun _ => 1) no (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without differentiable(u, X): i = 1, j = 2, u = abs(s), v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_lt_yes_needs_4 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') < (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 1) yes Rabs yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, j <= i): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_diff_if_lt_no_needs_1 : ~ (forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), (D X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x'))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun _ => 0) (fun _ => 1) (fun t => t) (fun _ => 0) (var0 0)) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without near(X, j <= i): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_differentiable_if_lt_no_needs_1 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 1) yes Rabs yes (fun _ => 0) yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, defined(i)): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_lt_no_needs_2 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') <= (i x')) -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 1) no (fun _ => 0) yes (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without near(X, defined(j)): i = 3, j = sqrt(-1), u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_lt_no_needs_3 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') <= (i x')) -> near X (fun x' => i_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 1) yes (fun _ => 0) no (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without differentiable(v, X): i = 2, j = 1, u = abs(s), v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_lt_no_needs_4 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') <= (i x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 1) yes (fun _ => 0) yes Rabs yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, i != j): i = s, j = 0, u = 2, v = s, X = s, s = 0 *)
Lemma r_diff_if_eq_no_needs_1 : ~ (forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), (D X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x'))).
Proof. intros H; refute (values (1) (0) _ _ (H R (fun _ => 0) (fun _ => 0) (fun t => t) (fun _ => 0) (var0 0)) _ _ _); [right_as (fun t => t)|value]. Qed.

(* without near(X, i != j): i = s, j = 0, u = 2, v = s, X = s, s = 0 *)
Lemma r_differentiable_if_eq_no_needs_1 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') = (j x')) -> (u_ok x')) /\ (((i x') <> (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 0) yes Rabs yes (fun _ => 0) yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, defined(i)): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_eq_no_needs_2 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') = (j x')) -> (u_ok x')) /\ (((i x') <> (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) no (fun _ => 1) yes (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without near(X, defined(j)): i = 3, j = sqrt(-1), u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_eq_no_needs_3 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') = (j x')) -> (u_ok x')) /\ (((i x') <> (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) yes (fun _ => 1) no (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without differentiable(v, X): i = 2, j = 1, u = abs(s), v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_eq_no_needs_4 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') = (j x')) -> (u_ok x')) /\ (((i x') <> (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 1) yes Rabs yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, i != j): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_diff_if_ne_yes_needs_1 : ~ (forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), (D X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x'))).
Proof. intros H; refute (values (0) (1) _ _ (H R (fun _ => 0) (fun _ => 0) (fun t => t) (fun _ => 0) (var0 0)) _ _ _); [right_as (fun _ => 0)|value]. Qed.

(* without near(X, i != j): i = s, j = 0, u = s, v = 2, X = s, s = 0 *)
Lemma r_differentiable_if_ne_yes_needs_1 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <> (j x')) -> (u_ok x')) /\ (((i x') = (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 0) yes (fun _ => 0) yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, defined(i)): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_ne_yes_needs_2 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <> (j x')) -> (u_ok x')) /\ (((i x') = (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) no (fun _ => 1) yes (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without near(X, defined(j)): i = 3, j = sqrt(-1), u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_ne_yes_needs_3 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <> (j x')) -> (u_ok x')) /\ (((i x') = (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) yes (fun _ => 1) no (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without differentiable(u, X): i = 2, j = 1, u = abs(s), v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_ne_yes_needs_4 : ~ (forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <> (j x')) -> (u_ok x')) /\ (((i x') = (j x')) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun _ => 1) yes Rabs yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) 1); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* r_diff_bracket_needs_1: holds without it in Coq: the function takes two values, so its quotients are 0 or of one sign and unbounded: Derive is 0 *)

(* r_diff_bracket_needs_2: holds without it in Coq: the function takes two values, so its quotients are 0 or of one sign and unbounded: Derive is 0 *)

(* r_diff_bracket_needs_3: holds without it in Coq: the function takes two values, so its quotients are 0 or of one sign and unbounded: Derive is 0 *)

(* r_diff_sign_needs_1: holds without it in Coq: the function takes three values, so its quotients are 0 or unbounded: Derive is 0 *)

(* r_diff_sign_needs_2: holds without it in Coq: the function takes three values, so its quotients are 0 or unbounded: Derive is 0 *)

(* r_diff_minimum_left_needs_1: holds without it in Coq: where the quotients of the smaller function are bounded it stays the smaller, and else both sides are 0 *)

(* without differentiable(v, X): u = 2, v = 30 - 1/s, X = s, s = 0 *)
Lemma r_diff_minimum_left_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) < (v (pt X)) -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => u x'))).
Proof. intros H; refute (values (-1) (0) _ _ (H R (fun _ => 0) yes (after 1 (fun t => - t)) yes (var0 0) _ _) _ _ _); [right_as (fun t => - t)|value]. Qed.

(* without u < v: u = 2, v = s, X = s, s = 2 *)
Lemma r_diff_minimum_left_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => u x'))).
Proof. intros H; refute (values (-1) (0) _ _ (H R (fun _ => 0) yes (fun t => - t) yes (var0 0) _ _) _ _ _); [right_as (fun t => - t)|value]. Qed.

(* without differentiable(u, X): u = 30 - 1/s, v = s, X = s, s = 0 *)
Lemma r_diff_minimum_right_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) < (u (pt X)) -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => v x'))).
Proof. intros H; refute (values (-1) (0) _ _ (H R (after 1 (fun t => - t)) yes (fun _ => 0) yes (var0 0) _ _) _ _ _); [right_as (fun t => - t)|value]. Qed.

(* r_diff_minimum_right_needs_2: holds without it in Coq: where the quotients of the smaller function are bounded it stays the smaller, and else both sides are 0 *)

(* without v < u: u = 2, v = s, X = s, s = 2 *)
Lemma r_diff_minimum_right_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => v x'))).
Proof. intros H; refute (values (-1) (0) _ _ (H R (fun t => - t) yes (fun _ => 0) yes (var0 0) _ _) _ _ _); [right_as (fun t => - t)|value]. Qed.

(* without j in a..b: a = 1, b = 1, j = 2, F(k) = k*s, X = s, s = 1 *)
Lemma r_diff_max_needs_4 : ~ (forall {T_X : Type} (a b j : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (forall k, range k a b -> (k <> j) -> ((F (pt X) k) < (F (pt X) j))) -> (D X (fun x' => Max a b (fun k => F x' k))) = (D X (fun x' => F x' j))).
Proof.
intros H; refute (values 0 1 _ _ (H R 1 0 1 (fun t _ => t) (fun _ _ => True) (var0 0) _ _) _ _ _).
- intros k (_ & ? & ?); lra.
- right_as (fun _ => 0); apply Max_empty; lra.
- value.
Qed.

(* without forall k in a..b: differentiable(F(k), X): a = 1, b = 2, j = 1, F(k) = (k - 1)*(1/s), X = s, s = 0 *)
Lemma r_diff_max_needs_5 : ~ (forall {T_X : Type} (a b j : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), range j a b -> (forall k, range k a b -> (k <> j) -> ((F (pt X) k) < (F (pt X) j))) -> (D X (fun x' => Max a b (fun k => F x' k))) = (D X (fun x' => F x' j))).
Proof.
intros H; refute (values 1 0 _ _ (H R 1 2 1 (fun t k => if eq_dec k 1 then 0 else after (-1) (fun t => t) t) (fun _ _ => True) (var0 0) _ _) _ _ _).
- intros k _ N; sides; contradiction.
- right_as (fun t => t); rewrite Max_1_2; sides.
- right_as (fun _ => 0).
Qed.

(* without forall k in a..b: k != j => F(k) < F(j): a = 1, b = 2, j = 1, F(k) = k*s, X = s, s = 0 *)
Lemma r_diff_max_needs_6 : ~ (forall {T_X : Type} (a b j : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), range j a b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (D X (fun x' => Max a b (fun k => F x' k))) = (D X (fun x' => F x' j))).
Proof.
intros H; refute (values 1 0 _ _ (H R 1 2 1 (fun t k => (k - 1) * t) (fun _ _ => True) (var0 0) _ _) _ _ _).
- right_as (fun t => t); rewrite Max_1_2; sides.
- right_as (fun _ => 0).
Qed.

(* r_diff_exp_needs_1: holds without it in Coq: the outer function is one-to-one with a continuous inverse, so the quotients of both sides are unbounded together (Derive is then 0), or agree in the limit *)

(* without differentiable(u, X): u = abs(s), X = s, s = 0 *)
Lemma r_differentiable_exp_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => exp (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (var0 0)) _); apply (kink_of _ exp (exp 0)); [intros t; reflexivity|apply is_derive_exp|apply Rgt_not_eq, exp_pos]. Qed.

(* r_diff_sigmoid_needs_1: holds without it in Coq: the outer function is one-to-one with a continuous inverse, so the quotients of both sides are unbounded together (Derive is then 0), or agree in the limit *)

(* without differentiable(u, X): u = abs(s), X = s, s = 0 *)
Lemma r_differentiable_sigmoid_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => sigmoid (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (var0 0)) _); apply (kink_of _ sigmoid (1 / 4)); [intros t; reflexivity|replace (1 / 4) with (sigmoid 0 * (1 - sigmoid 0)); [apply is_derive_sigmoid|unfold sigmoid; rewrite Ropp_0, exp_0; lra]|lra]. Qed.

(* r_diff_softplus_needs_1: holds without it in Coq: the outer function is one-to-one with a continuous inverse, so the quotients of both sides are unbounded together (Derive is then 0), or agree in the limit *)

(* without differentiable(u, X): u = abs(s), X = s, s = 0 *)
Lemma r_differentiable_softplus_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => softplus (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (var0 0)) _); apply (kink_of _ softplus (1 / 2)); [intros t; reflexivity|replace (1 / 2) with (sigmoid 0); [apply is_derive_softplus|unfold sigmoid; rewrite Ropp_0, exp_0; lra]|lra]. Qed.

(* r_diff_tanh_needs_1: holds without it in Coq: the outer function is one-to-one with a continuous inverse, so the quotients of both sides are unbounded together (Derive is then 0), or agree in the limit *)

(* without differentiable(u, X): u = abs(s), X = s, s = 0 *)
Lemma r_differentiable_tanh_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => tanh (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (var0 0)) _); apply (kink_of _ tanh (1)); [intros t; reflexivity|replace 1 with (1 - tanh 0 * tanh 0); [apply is_derive_tanh|unfold tanh, sinh, cosh; rewrite Ropp_0, exp_0; field]|lra]. Qed.

(* without defined(u): u = sqrt(-1), X = s, s = 2 *)
Lemma r_differentiable_const_needs_2 : ~ (forall {T_X : Type} (u : R) (u_ok : Prop) (X : location T_X) (X_ok : Prop), X_ok -> exD X (fun x' => u) (fun x' => u_ok)).
Proof. intros H; refute (not_near _ _ _ (H R 0 False (var0 0) True _) _); tauto. Qed.

(* r_differentiable_const_needs_3: holds without it in Coq: the conclusion does not speak of the location having a value *)

(* without near(X, defined(X)): X = z[1] *)
Lemma r_differentiable_self_needs_1 : ~ (forall {T_X : Type} (X : location T_X) (X_ok : Prop), exD X (fun x' => crd X x') (fun x' => X_ok)).
Proof. intros H; refute (not_near _ _ _ (H R (var0 0) False) _); tauto. Qed.

(* without near(x[a], defined(x[i])): x = z, i = 2, a = 1, z[1] = 0 *)
Lemma r_differentiable_entry_needs_1 : ~ (forall (x : R -> R) (x_range : R -> Prop) (i a : R), near (var1 x a) (fun x' => x_range a) -> exD (var1 x a) (fun x' => x' i) (fun x' => x_range i)).
Proof. intros H; refute (not_near _ _ _ (H (fun _ => 0) (fun k => k = 1) 2 1 _) _); lra. Qed.

(* r_differentiable_entry_needs_2: holds without it in Coq: the conclusion needs only that the entry it differentiates has a value (the premise is not used) *)

(* without near(x[a][b], defined(x[i][j])): x = m, i = 2, j = 1, a = 1, b = 1, m[1, 1] = 0 *)
Lemma r_differentiable_entry_2_needs_1 : ~ (forall (x : R -> R -> R) (x_range : R -> R -> Prop) (i j a b : R), near (var2 x a b) (fun x' => x_range a b) -> exD (var2 x a b) (fun x' => x' i j) (fun x' => x_range i j)).
Proof. intros H; refute (not_near _ _ _ (H (fun _ _ => 0) (fun k _ => k = 1) 2 1 1 1 _) _); lra. Qed.

(* r_differentiable_entry_2_needs_2: holds without it in Coq: the conclusion needs only that the entry it differentiates has a value (the premise is not used) *)

(* without near(x[a][b][c], defined(x[i][j][k])): x = q, i = 2, j = 1, k = 1, a = 1, b = 1, c = 1, q[1, 1, 1] = 0 *)
Lemma r_differentiable_entry_3_needs_1 : ~ (forall (x : R -> R -> R -> R) (x_range : R -> R -> R -> Prop) (i j k a b c : R), near (var3 x a b c) (fun x' => x_range a b c) -> exD (var3 x a b c) (fun x' => x' i j k) (fun x' => x_range i j k)).
Proof. intros H; refute (not_near _ _ _ (H (fun _ _ _ => 0) (fun k _ _ => k = 1) 2 1 1 1 1 1 _) _); lra. Qed.

(* r_differentiable_entry_3_needs_2: holds without it in Coq: the conclusion needs only that the entry it differentiates has a value (the premise is not used) *)

(* without differentiable(u, X): u = abs(s), v = 0, X = s, s = 0 *)
Lemma r_differentiable_add_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') + (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (fun _ => 0) yes (var0 0) _) _); apply (kink_of _ (fun t => t + 0) (1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_differentiable_add_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => (u x') + (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes Rabs yes (var0 0) _) _); apply (kink_of _ (fun t => 0 + t) (1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(u, X): u = abs(s), v = 0, X = s, s = 0 *)
Lemma r_differentiable_sub_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') - (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (fun _ => 0) yes (var0 0) _) _); apply (kink_of _ (fun t => t - 0) (1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_differentiable_sub_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => (u x') - (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes Rabs yes (var0 0) _) _); apply (kink_of _ (fun t => 0 - t) (-1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(u, X): u = abs(s), X = s, s = 0 *)
Lemma r_differentiable_neg_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => - (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (var0 0)) _); apply (kink_of _ Ropp (-1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_differentiable_mul_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (v : T_X -> R) (v_ok v_zero : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') * (v x')) (fun x' => mul_ok (u_ok x') (u_zero x') (v_ok x') (v_zero x'))).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes no (fun _ => 1) yes no (var0 0) _) _); apply (kink_of _ (fun t => t * 1) (1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_differentiable_mul_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (v : T_X -> R) (v_ok v_zero : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => (u x') * (v x')) (fun x' => mul_ok (u_ok x') (u_zero x') (v_ok x') (v_zero x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 1) yes no Rabs yes no (var0 0) _) _); apply (kink_of _ (fun t => 1 * t) (1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(u, X): u = abs(s), v = 2, X = s, s = 0 *)
Lemma r_differentiable_div_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> exD X (fun x' => (u x') / (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ ((v x') <> 0))).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (fun _ => 1) yes (var0 0) _ _) _); apply (kink_of _ (fun t => t / 1) (1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_differentiable_div_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (v (pt X)) <> 0 -> exD X (fun x' => (u x') / (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ ((v x') <> 0))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 1) yes (fun t => 1 + Rabs t) yes (var0 0) _ _) _); apply (kink_of _ (fun t => 1 / (1 + t)) (-1)); [intros t; reflexivity|auto_derive; [lra|field]|lra]. Qed.

(* without v != 0: u = s, v = 0, X = s, s = 2 *)
Lemma r_differentiable_div_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') / (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ ((v x') <> 0))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 1) yes (fun _ => 0) yes (var0 0) _ _) _); lra. Qed.

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_differentiable_pow_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => Pow (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ (pow_ok (u x') (v x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => 1 + Rabs t) yes (fun _ => 1) yes (var0 0) _ _) _); apply (kink_of _ (fun t => 1 + t) (1)); [intros t; apply Pow_1|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(v, X): u = 2, v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_pow_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => Pow (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ (pow_ok (u x') (v x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 2) yes Rabs yes (var0 0) _ _) _); apply (kink_of _ (Pow 2) (ln 2 * Pow 2 0)); [intros t; reflexivity|apply is_derive_Pow_base; lra|rewrite Pow_0; pose proof ln_lt_2; lra]. Qed.

(* without 0 < u: u = s, v = s, X = s, s = 0 *)
Lemma r_differentiable_pow_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => Pow (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ (pow_ok (u x') (v x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) yes (fun _ => -1) yes (var0 0) _ _) _); unfold pow_ok; lra. Qed.

(* without differentiable(u, X): u = abs(s), v = 1, X = s, s = 0 *)
Lemma r_differentiable_pow_natural_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), v_ok -> is_int v -> 0 <= v -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes 1 True (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; apply Pow_1|auto_derive; [exact I|lra]|lra]. Qed.

(* without defined(v): u = 1, v = 1/0, X = s, s = 1 *)
Lemma r_differentiable_pow_natural_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> is_int v -> 0 <= v -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 1) yes 1 False (var0 0) _ _ _) _); tauto. Qed.

(* without integer(v): u = s, v = 1/2, X = s, s = 0 *)
Lemma r_differentiable_pow_natural_needs_4 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> 0 <= v -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => -1) yes (1 / 2) True (var0 0) _ _ _) _); assert (~ is_int (1 / 2)) by (apply (not_int 0); lra); unfold pow_ok; intuition lra. Qed.

(* without 0 <= v: u = 0, v = -1, X = s, s = 1 *)
Lemma r_differentiable_pow_natural_needs_5 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> is_int v -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) yes (-1) True (var0 0) _ _ _) _); unfold pow_ok; lra. Qed.

(* without differentiable(u, X): u = -1/s, v = 2, X = s, s = 0 *)
Lemma r_differentiable_pow_integer_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), v_ok -> is_int v -> (u (pt X)) <> 0 -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => 1 + Rabs t) yes 1 True (var0 0) _ _ _) _); apply (kink_of _ (fun t => 1 + t) (1)); [intros t; apply Pow_1|auto_derive; [exact I|lra]|lra]. Qed.

(* without defined(v): u = 1, v = 1/0, X = s, s = 1 *)
Lemma r_differentiable_pow_integer_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> is_int v -> (u (pt X)) <> 0 -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 1) yes 1 False (var0 0) _ _ _) _); tauto. Qed.

(* without integer(v): u = s, v = 1/2, X = s, s = -1 *)
Lemma r_differentiable_pow_integer_needs_4 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> (u (pt X)) <> 0 -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => -1) yes (1 / 2) True (var0 0) _ _ _) _); assert (~ is_int (1 / 2)) by (apply (not_int 0); lra); unfold pow_ok; intuition lra. Qed.

(* without u != 0: u = 0, v = -1, X = s, s = 1 *)
Lemma r_differentiable_pow_integer_needs_5 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> is_int v -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => 0) yes (-1) True (var0 0) _ _ _) _); unfold pow_ok; lra. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_differentiable_log_needs_1 : ~ (forall {T_X : Type} (zlz : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), 0 < (u (pt X)) -> exD X (fun x' => ln (u x')) (fun x' => (u_ok x') /\ (log_ok zlz (u x')))).
Proof. intros H; refute (not_exD _ _ (H R True (fun t => 1 + Rabs t) yes (var0 0) _) _); apply (kink_of _ (fun t => ln (1 + t)) (1)); [intros t; reflexivity|auto_derive; [lra|field]|lra]. Qed.

(* without 0 < u: u = 0, X = s, s = 1 *)
Lemma r_differentiable_log_needs_2 : ~ (forall {T_X : Type} (zlz : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => ln (u x')) (fun x' => (u_ok x') /\ (log_ok zlz (u x')))).
Proof. intros H; refute (not_near _ _ _ (H R True (fun _ => -1) yes (var0 0) _) _); unfold log_ok; lra. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_differentiable_sqrt_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), 0 < (u (pt X)) -> exD X (fun x' => sqrt (u x')) (fun x' => (u_ok x') /\ (0 <= (u x')))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => 1 + Rabs t) yes (var0 0) _) _); apply (kink_of _ (fun t => sqrt (1 + t)) (1 / 2)); [intros t; reflexivity|auto_derive; [lra|rewrite Rplus_0_r, sqrt_1; lra]|lra]. Qed.

(* without 0 < u: u = s, X = s, s = 0 *)
Lemma r_differentiable_sqrt_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => sqrt (u x')) (fun x' => (u_ok x') /\ (0 <= (u x')))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => -1) yes (var0 0) _) _); lra. Qed.

(* without differentiable(u, X): u = abs(s), X = s, s = 0 *)
Lemma r_differentiable_square_sqrt_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), near X (fun x' => 0 <= (u x')) -> exD X (fun x' => Pow (sqrt (u x')) 2) (fun x' => ((u_ok x') /\ (0 <= (u x'))) /\ True /\ (pow_ok (sqrt (u x')) 2))).
Proof. intros H; refute (not_exD _ _ (H R Rabs yes (var0 0) _) _); [apply near_all; exact Rabs_pos|]; apply (kink_of _ (fun t => t) (1)); [intros t; rewrite Pow_2; apply sqrt_sqrt, Rabs_pos|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, 0 <= u): u = s, X = s, s = 0 *)
Lemma r_differentiable_square_sqrt_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => Pow (sqrt (u x')) 2) (fun x' => ((u_ok x') /\ (0 <= (u x'))) /\ True /\ (pow_ok (sqrt (u x')) 2))).
Proof. intros H; refute (not_near _ _ _ (H R (fun _ => -1) yes (var0 0) _) _); lra. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_differentiable_abs_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), (u (pt X)) <> 0 -> exD X (fun x' => Rabs (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R (fun t => 1 + Rabs t) yes (var0 0) _) _); apply (kink_of _ (fun t => 1 + t) (1)); [intros t; pose proof (Rabs_pos t); apply Rabs_pos_eq; lra|auto_derive; [exact I|lra]|lra]. Qed.

(* without u != 0: u = s, X = s, s = 0 *)
Lemma r_differentiable_abs_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => Rabs (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R (fun t => t) yes (var0 0) _) _); apply (kink_of _ (fun t => t) (1)); [intros t; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_differentiable_sign_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), (u (pt X)) <> 0 -> exD X (fun x' => sgn (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R (after (-1) (fun _ => 1)) yes (var0 0) _) _); apply no_derivative; left; intros t Ht; rewrite ?after_0, ?after_pos by exact Ht; sides. Qed.

(* without u != 0: u = s, X = s, s = 0 *)
Lemma r_differentiable_sign_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => sgn (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R (fun t => t) yes (var0 0) _) _); apply no_derivative; left; intros t Ht; rewrite ?after_0, ?after_pos by exact Ht; sides. Qed.

(* without differentiable(u, X): u = -1/s, X = s, s = 0 *)
Lemma r_differentiable_relu_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), (u (pt X)) <> 0 -> exD X (fun x' => relu (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R (fun t => 1 + Rabs t) yes (var0 0) _) _); apply (kink_of _ (fun t => 1 + t) (1)); [intros t; pose proof (Rabs_pos t); apply Rmax_right; lra|auto_derive; [exact I|lra]|lra]. Qed.

(* without u != 0: u = s, X = s, s = 0 *)
Lemma r_differentiable_relu_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => relu (u x')) (fun x' => u_ok x')).
Proof. intros H; refute (not_exD _ _ (H R (fun t => t) yes (var0 0) _) _); exact relu_kink. Qed.

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_differentiable_maximum_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmax (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => 1 + Rabs t) yes (fun _ => 0) yes (var0 0) _ _) _); apply (kink_of _ (fun t => 1 + t) (1)); [intros t; pose proof (Rabs_pos t); apply Rmax_left; lra|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_differentiable_maximum_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmax (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun t => 1 + Rabs t) yes (var0 0) _ _) _); apply (kink_of _ (fun t => 1 + t) (1)); [intros t; pose proof (Rabs_pos t); apply Rmax_right; lra|auto_derive; [exact I|lra]|lra]. Qed.

(* without u != v: u = 2, v = s, X = s, s = 2 *)
Lemma r_differentiable_maximum_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => Rmax (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => t) yes (fun t => - t) yes (var0 0) _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_differentiable_minimum_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmin (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => - 1 - Rabs t) yes (fun _ => 0) yes (var0 0) _ _) _); apply (kink_of _ (fun t => - 1 - t) (-1)); [intros t; pose proof (Rabs_pos t); apply Rmin_left; lra|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_differentiable_minimum_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmin (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 0) yes (fun t => - 1 - Rabs t) yes (var0 0) _ _) _); apply (kink_of _ (fun t => - 1 - t) (-1)); [intros t; pose proof (Rabs_pos t); apply Rmin_right; lra|auto_derive; [exact I|lra]|lra]. Qed.

(* without u != v: u = 2, v = s, X = s, s = 2 *)
Lemma r_differentiable_minimum_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => Rmin (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => t) yes (fun t => - t) yes (var0 0) _ _) _); apply (kink_of _ Ropp (-1)); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without differentiable(u, X): u = -1/s, v = s, X = s, s = 0 *)
Lemma r_differentiable_bracket_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => bracket (le_dec (u x') (v x'))) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (after 0 (fun _ => 2)) yes (fun _ => 1) yes (var0 0) _ _) _); apply no_derivative; right; intros t Ht; rewrite ?after_0, ?after_pos by exact Ht; sides. Qed.

(* without differentiable(v, X): u = 2, v = -1/s, X = s, s = 0 *)
Lemma r_differentiable_bracket_needs_2 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => bracket (le_dec (u x') (v x'))) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun _ => 1) yes (after 0 (fun _ => 2)) yes (var0 0) _ _) _); apply no_derivative; left; intros t Ht; rewrite ?after_0, ?after_pos by exact Ht; sides. Qed.

(* without u != v: u = s, v = 0, X = s, s = 0 *)
Lemma r_differentiable_bracket_needs_3 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => bracket (le_dec (u x') (v x'))) (fun x' => (u_ok x') /\ (v_ok x'))).
Proof. intros H; refute (not_exD _ _ (H R (fun t => t) yes (fun _ => 0) yes (var0 0) _ _) _); apply no_derivative; right; intros t Ht; rewrite ?after_0, ?after_pos by exact Ht; sides. Qed.

(* r_differentiable_sum_needs_3: holds without it in Coq: the conclusion does not speak of the location having a value *)

(* without defined(a): a = 1/0, b = 1, F(k) = s, X = s, s = 1 *)
Lemma r_differentiable_sum_needs_4 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Sum a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R 0 False 0 True (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); tauto. Qed.

(* without defined(b): a = 0, b = 1/0, F(k) = k, X = s, s = 0 *)
Lemma r_differentiable_sum_needs_5 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Sum a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R 0 True 0 False (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); tauto. Qed.

(* without integer(a): a = 3/2, b = 1, F(k) = k, X = s, s = 2 *)
Lemma r_differentiable_sum_needs_6 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Sum a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R (1 / 2) True 0 True (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); assert (~ is_int (1 / 2)) by (apply (not_int 0); lra); tauto. Qed.

(* without integer(b): a = 0, b = 3/2, F(k) = s, X = s, s = 1 *)
Lemma r_differentiable_sum_needs_7 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Sum a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R 0 True (1 / 2) True (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); assert (~ is_int (1 / 2)) by (apply (not_int 0); lra); tauto. Qed.

(* without forall k in a..b: differentiable(F(k), X): a = 1, b = 2, F(k) = 1/s, X = s, s = 0 *)
Lemma r_differentiable_sum_needs_8 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> is_int b -> exD X (fun x' => Sum a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_exD _ _ (H R 0 True 0 True (fun t _ => Rabs t) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; rewrite Sum_single by apply is_int_IZR; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* r_differentiable_prod_needs_3: holds without it in Coq: the conclusion does not speak of the location having a value *)

(* without defined(a): a = 1/0, b = 1, F(k) = s, X = s, s = 1 *)
Lemma r_differentiable_prod_needs_4 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Prod a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R 0 False 0 True (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); tauto. Qed.

(* without defined(b): a = 0, b = 1/0, F(k) = k, X = s, s = 0 *)
Lemma r_differentiable_prod_needs_5 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Prod a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R 0 True 0 False (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); tauto. Qed.

(* without integer(a): a = 3/2, b = 1, F(k) = k, X = s, s = 2 *)
Lemma r_differentiable_prod_needs_6 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Prod a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R (1 / 2) True 0 True (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); assert (~ is_int (1 / 2)) by (apply (not_int 0); lra); tauto. Qed.

(* without integer(b): a = 0, b = 3/2, F(k) = s, X = s, s = 1 *)
Lemma r_differentiable_prod_needs_7 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Prod a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_near _ _ _ (H R 0 True (1 / 2) True (fun _ _ => 0) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); assert (~ is_int (1 / 2)) by (apply (not_int 0); lra); tauto. Qed.

(* without forall k in a..b: differentiable(F(k), X): a = 1, b = 2, F(k) = 1/s, X = s, s = 0 *)
Lemma r_differentiable_prod_needs_8 : ~ (forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> is_int b -> exD X (fun x' => Prod a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k))).
Proof. intros H; refute (not_exD _ _ (H R 0 True 0 True (fun t _ => Rabs t) (fun _ _ => True) (var0 0) True _ _ _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; rewrite Prod_single by apply is_int_IZR; reflexivity|auto_derive; [exact I|lra]|lra]. Qed.

(* without defined(i): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_eq_needs_3 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), j_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((i <> j) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (eq_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i = j) -> (u_ok x')) /\ ((i <> j) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R 0 False 1 True (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without defined(j): i = 2, j = sqrt(-1), u = 0, v = 2, X = s, s = 1 *)
Lemma r_differentiable_if_eq_needs_4 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((i <> j) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (eq_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i = j) -> (u_ok x')) /\ ((i <> j) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R 0 True 1 False (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without i == j => differentiable(u, X): i = 0, j = 0, u = sqrt(-1), v = s^2, X = s, s = 0 *)
Lemma r_differentiable_if_eq_needs_5 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((i <> j) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (eq_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i = j) -> (u_ok x')) /\ ((i <> j) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R 0 True 0 True Rabs yes (fun _ => 0) yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without i != j => differentiable(v, X): i = 0, j = 2, u = 3, v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_eq_needs_6 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> exD X (fun x' => if (eq_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i = j) -> (u_ok x')) /\ ((i <> j) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R 0 True 1 True (fun _ => 0) yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without defined(i): i = sqrt(-1), j = 3, u = 1, v = 2, X = s, s = 2 *)
Lemma r_differentiable_if_le_needs_3 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), j_ok -> ((i <= j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((j < i) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (le_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i <= j) -> (u_ok x')) /\ ((j < i) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R 0 False 1 True (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without defined(j): i = 2, j = sqrt(-1), u = 0, v = 2, X = s, s = 1 *)
Lemma r_differentiable_if_le_needs_4 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> ((i <= j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((j < i) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (le_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i <= j) -> (u_ok x')) /\ ((j < i) -> (v_ok x')))).
Proof. intros H; refute (not_near _ _ _ (H R 0 True 1 False (fun _ => 0) yes (fun _ => 0) yes (var0 0) _ _ _) _); tauto. Qed.

(* without i <= j => differentiable(u, X): i = 1, j = 2, u = abs(s), v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_le_needs_5 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((j < i) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (le_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i <= j) -> (u_ok x')) /\ ((j < i) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R 0 True 1 True Rabs yes (fun _ => 0) yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without j < i => differentiable(v, X): i = 3, j = 2, u = s^2, v = abs(s), X = s, s = 0 *)
Lemma r_differentiable_if_le_needs_6 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((i <= j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> exD X (fun x' => if (le_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i <= j) -> (u_ok x')) /\ ((j < i) -> (v_ok x')))).
Proof. intros H; refute (not_exD _ _ (H R 1 True 0 True (fun _ => 0) yes Rabs yes (var0 0) _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* r_differentiable_guarded_delta_needs_3: holds without it in Coq: the conclusion does not speak of the location having a value *)

(* without defined(i): i = 1/0, j = 0, u = s, X = s, s = 0 *)
Lemma r_differentiable_guarded_delta_needs_4 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> j_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> exD X (fun x' => (delta i j) * (u x')) (fun x' => mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) (u_ok x') (u_zero x'))).
Proof. intros H; refute (not_near _ _ _ (H R 0 False 1 True (fun _ => 0) yes no (var0 0) True _ _ _) _); unfold mul_ok; tauto. Qed.

(* without defined(j): i = 2, j = 1/0, u = 0, X = s, s = 2 *)
Lemma r_differentiable_guarded_delta_needs_5 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> i_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> exD X (fun x' => (delta i j) * (u x')) (fun x' => mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) (u_ok x') (u_zero x'))).
Proof. intros H; refute (not_near _ _ _ (H R 0 True 1 False (fun _ => 0) yes no (var0 0) True _ _ _) _); unfold mul_ok; tauto. Qed.

(* without i == j => differentiable(u, X): i = 1, j = 1, u = abs(s), X = s, s = 0 *)
Lemma r_differentiable_guarded_delta_needs_6 : ~ (forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> i_ok -> j_ok -> exD X (fun x' => (delta i j) * (u x')) (fun x' => mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) (u_ok x') (u_zero x'))).
Proof. intros H; refute (not_exD _ _ (H R 0 True 0 True Rabs yes no (var0 0) True _ _ _) _); apply (kink_of _ (fun t => t) (1)); [intros t; sides|auto_derive; [exact I|lra]|lra]. Qed.

(* without near(X, differentiable(u, Y)): u = 1, v = 0, X = s, Y = z[1], s = 1 *)
Lemma r_differentiable_derivative_needs_2 : ~ (forall {T_X : Type} {T_Y : Type} (u : T_X -> T_Y -> R) (u_ok : T_X -> T_Y -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X) (Y : T_X -> location T_Y), near X (fun x' => (D (Y x') (fun y' => u x' y')) = (v x')) -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => D (Y x') (fun y' => u x' y')) (fun x' => exD (Y x') (fun y' => u x' y') (fun y' => u_ok x' y'))).
Proof.
intros H; refute (not_near _ _ _ (H R R (fun _ _ => 0) (fun _ _ => False) (fun _ => 0) yes (var0 0) (fun _ => var0 0) _ _) _).
- apply near_all; intros x; apply D_const.
- intros [_ K]; exact (near_at _ _ K).
Qed.

(* without differentiable(v, X): u = s, v = s, X = z[1], Y = s, s = 1 *)
Lemma r_differentiable_derivative_needs_3 : ~ (forall {T_X : Type} {T_Y : Type} (u : T_X -> T_Y -> R) (u_ok : T_X -> T_Y -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X) (Y : T_X -> location T_Y), near X (fun x' => (D (Y x') (fun y' => u x' y')) = (v x')) -> near X (fun x' => exD (Y x') (fun y' => u x' y') (fun y' => u_ok x' y')) -> exD X (fun x' => D (Y x') (fun y' => u x' y')) (fun x' => exD (Y x') (fun y' => u x' y') (fun y' => u_ok x' y'))).
Proof.
intros H; assert (E : forall x, D (var0 0) (fun y => Rabs x * y) = Rabs x) by (intros x; apply D_is; auto_derive; [exact I|ring]).
refute (not_exD _ _ (H R R (fun x y => Rabs x * y) (fun _ _ => True) Rabs yes (var0 0) (fun _ => var0 0) _ _) _).
- apply near_all; exact E.
- apply near_all; intros x; smooth.
- apply (kink_of _ (fun t => t) 1); [exact E|auto_derive; [exact I|lra]|lra].
Qed.

