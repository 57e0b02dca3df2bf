(** Each condition of a rule is needed: at some point the rule fails without it. The statements are made
    from the rules and compared with this file by a test; a comment stands for each condition that
    the total functions of Coq do not need. *)
From Coq Require Import Reals Lra Lia ZArith Arith Classical FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Gradus Require Import Gradus.
Open Scope R_scope.

(** ** Facts for the counterexamples *)

(** Whole numbers, and their lack between neighbours. *)
Lemma not_int m x : IZR m < x -> x < IZR m + 1 -> ~ is_int x.
Proof.
  intros A B [z ->]; apply lt_IZR in A; rewrite <- plus_IZR in B; apply lt_IZR in B; lia.
Qed.
Lemma Int_part_is m x : IZR m <= x -> x < IZR m + 1 -> Int_part x = m.
Proof.
  intros A B; unfold Int_part; rewrite <- (tech_up x (m + 1)); [lia| |]; rewrite plus_IZR; lra.
Qed.
Lemma first_is m a : IZR m - 1 < a -> a <= IZR m -> first a = IZR m.
Proof. intros A B; unfold first; rewrite (Int_part_is (- m)); [f_equal; lia| |]; rewrite opp_IZR; lra. Qed.
Lemma count_is m n a b : IZR m - 1 < a -> a <= IZR m -> IZR n <= b -> b < IZR n + 1 ->
  count a b = Z.to_nat (n - m + 1).
Proof.
  intros A B C D; unfold count; rewrite (Int_part_is (- m) (- a)), (Int_part_is n b); try lra;
    [f_equal; lia| |]; rewrite opp_IZR; lra.
Qed.

(** Ranges of none, one and two numbers: m alone, and m with m + 1. *)
Lemma count_none m a b : IZR m < a -> b < IZR m + 1 -> count a b = O.
Proof.
  intros A B; apply count_0; intros k [[z ->] [C D]].
  assert (E : (m < z)%Z) by (apply lt_IZR; lra); assert (F : (z < m + 1)%Z)
    by (apply lt_IZR; rewrite plus_IZR; lra); lia.
Qed.
Lemma ends_one m a b : IZR m - 1 < a -> a <= IZR m -> IZR m <= b -> b < IZR m + 1 ->
  count a b = 1%nat /\ first a + INR 0 = IZR m.
Proof.
  intros A B C D; rewrite (count_is m m a b), (first_is m a) by assumption.
  replace (m - m + 1)%Z with 1%Z by lia; simpl; split; [reflexivity|lra].
Qed.
Lemma ends_two m a b : IZR m - 1 < a -> a <= IZR m -> IZR m + 1 <= b -> b < IZR m + 2 ->
  count a b = 2%nat /\ first a + INR 0 = IZR m /\ first a + INR 1 = IZR m + 1.
Proof.
  intros A B C D; rewrite (count_is m (m + 1) a b), (first_is m a) by (rewrite ?plus_IZR; lra).
  replace (m + 1 - m + 1)%Z with 2%Z by lia; simpl; repeat split; lra.
Qed.
Definition one (m : Z) (a b : R) : Prop := IZR m - 1 < a /\ a <= IZR m /\ IZR m <= b /\ b < IZR m + 1.
Definition two (m : Z) (a b : R) : Prop := IZR m - 1 < a /\ a <= IZR m /\ IZR m + 1 <= b /\ b < IZR m + 2.
Section Terms.
  Variables (m : Z) (a b : R) (F : R -> R).
  Lemma Sum_one : one m a b -> Sum a b F = F (IZR m).
  Proof. intros (A & B & C & D); unfold Sum; destruct (ends_one m a b A B C D) as [-> E]; cbn [sum_first]; rewrite E; ring. Qed.
  Lemma Prod_one : one m a b -> Prod a b F = F (IZR m).
  Proof. intros (A & B & C & D); unfold Prod; destruct (ends_one m a b A B C D) as [-> E]; cbn [prod_first]; rewrite E; ring. Qed.
  Lemma Max_one : one m a b -> Max a b F = F (IZR m).
  Proof. intros (A & B & C & D); unfold Max; destruct (ends_one m a b A B C D) as [-> E]; cbn [max_first]; rewrite E; reflexivity. Qed.
  Lemma Min_one : one m a b -> Min a b F = F (IZR m).
  Proof. intros (A & B & C & D); unfold Min; destruct (ends_one m a b A B C D) as [-> E]; cbn [min_first]; rewrite E; reflexivity. Qed.
  Lemma Sum_two : two m a b -> Sum a b F = F (IZR m) + F (IZR m + 1).
  Proof. intros (A & B & C & D); unfold Sum; destruct (ends_two m a b A B C D) as (-> & E & G); cbn [sum_first]; rewrite E, G; ring. Qed.
  Lemma Prod_two : two m a b -> Prod a b F = F (IZR m) * F (IZR m + 1).
  Proof. intros (A & B & C & D); unfold Prod; destruct (ends_two m a b A B C D) as (-> & E & G); cbn [prod_first]; rewrite E, G; ring. Qed.
  Lemma Max_two : two m a b -> Max a b F = Rmax (F (IZR m)) (F (IZR m + 1)).
  Proof. intros (A & B & C & D); unfold Max; destruct (ends_two m a b A B C D) as (-> & E & G); cbn [max_first]; rewrite E, G; reflexivity. Qed.
  Lemma Min_two : two m a b -> Min a b F = Rmin (F (IZR m)) (F (IZR m + 1)).
  Proof. intros (A & B & C & D); unfold Min; destruct (ends_two m a b A B C D) as (-> & E & G); cbn [min_first]; rewrite E, G; reflexivity. Qed.
  Lemma Sum_none : count a b = O -> Sum a b F = 0.
  Proof. unfold Sum; intros ->; reflexivity. Qed.
  Lemma Prod_none : count a b = O -> Prod a b F = 1.
  Proof. unfold Prod; intros ->; reflexivity. Qed.
  Lemma Max_none : count a b = O -> Max a b F = 0.
  Proof. unfold Max; intros ->; reflexivity. Qed.
  Lemma Min_none : count a b = O -> Min a b F = 0.
  Proof. unfold Min; intros ->; reflexivity. Qed.
End Terms.
Lemma range_two m k a b : range k a b -> IZR m - 1 < a -> b < IZR m + 2 -> k = IZR m \/ k = IZR m + 1.
Proof.
  intros [[z ->] [A B]] C D; assert (E : (m - 1 < z)%Z) by (apply lt_IZR; rewrite minus_IZR; lra).
  assert (F : (z < m + 2)%Z) by (apply lt_IZR; rewrite plus_IZR; lra).
  assert (G : (z = m \/ z = m + 1)%Z) by lia; destruct G as [->| ->]; [left|right; rewrite plus_IZR]; reflexivity.
Qed.

(** Powers, roots and logarithms at the numbers used. *)
Lemma ln_of_nonpos x : x <= 0 -> ln x = 0.
Proof. intros H; unfold ln; destruct (Rlt_dec 0 x); [exfalso; lra|reflexivity]. Qed.
Lemma Pow_at_0 x y : y = 0 -> Pow x y = 1.
Proof. intros ->; change 0 with (INR 0); rewrite Pow_INR; reflexivity. Qed.
Lemma Pow_at_1 x y : y = 1 -> Pow x y = x.
Proof. intros ->; change 1 with (INR 1); rewrite Pow_INR; ring. Qed.
Lemma Pow_at_2 x y : y = 2 -> Pow x y = x * x.
Proof. intros ->; replace 2 with (INR 2) by (simpl; lra); rewrite Pow_INR; ring. Qed.
Lemma Pow_at_m1 x y : y = -1 -> Pow x y = / x.
Proof. intros ->; rewrite (Pow_IZR x (-1)); simpl; rewrite Rmult_1_r; reflexivity. Qed.
Lemma Pow_broken x y : ~ is_int y -> x < 0 -> Pow x y = 1.
Proof.
  intros N H; unfold Pow; destruct (int_dec y) as [I|_]; [contradiction|].
  destruct (eq_dec x 0); [lra|]; unfold Rpower; rewrite ln_of_nonpos, Rmult_0_r by lra; apply exp_0.
Qed.
Lemma Pow_broken_0 x y : ~ is_int y -> x = 0 -> Pow x y = 0.
Proof.
  intros N ->; unfold Pow; destruct (int_dec y) as [I|_]; [contradiction|].
  destruct (eq_dec 0 0); [reflexivity|lra].
Qed.
Lemma Pow_of_1 x y : x = 1 -> Pow x y = 1.
Proof. intros ->; rewrite Pow_exp, ln_1, Rmult_0_r by lra; apply exp_0. Qed.
Lemma Pow_root x y r : y = 1/2 -> 0 < r -> x = r * r -> Pow x y = r.
Proof.
  intros -> H ->; rewrite Pow_exp by (apply Rmult_lt_0_compat; assumption); rewrite ln_mult by assumption.
  replace (1 / 2 * (ln r + ln r)) with (ln r) by lra; apply exp_ln, H.
Qed.
Lemma sqrt_at r x : 0 <= r -> x = r * r -> sqrt x = r.
Proof. intros H ->; apply sqrt_square, H. Qed.
Lemma sqrt_of_nonpos x : x <= 0 -> sqrt x = 0.
Proof. apply sqrt_neg_0. Qed.
Lemma ln_at_1 x : x = 1 -> ln x = 0.
Proof. intros ->; apply ln_1. Qed.
Lemma exp_at_0 x : x = 0 -> exp x = 1.
Proof. intros ->; apply exp_0. Qed.
Lemma ln_above x : 1 < x -> 0 < ln x.
Proof. intros H; rewrite <- ln_1; apply ln_increasing; lra. Qed.
Lemma ln_below x : 0 < x -> x < 1 -> ln x < 0.
Proof. intros A B; rewrite <- ln_1; apply ln_increasing; lra. Qed.
Lemma Fact_below_2 x : x < 2 -> Fact x = 1.
Proof.
  intros H; unfold Fact; destruct (base_Int_part x) as [A _].
  assert (B : (Int_part x < 2)%Z) by (apply lt_IZR; lra).
  destruct (Z.to_nat (Int_part x)) as [|[|n]] eqn:E; [reflexivity|reflexivity|lia].
Qed.
Lemma div_at_0 x y : y = 0 -> x / y = 0.
Proof. intros ->; unfold Rdiv; rewrite Rinv_0; ring. Qed.

(** A whole number; no whole number. *)
Ltac whole_at := first [exists 0%Z; lra | exists 1%Z; lra | exists 2%Z; lra | exists 3%Z; lra | exists (-1)%Z; lra | exists (-2)%Z; lra].
Ltac broken_at := first [apply (not_int 0); lra | apply (not_int 1); lra | apply (not_int 2); lra
  | apply (not_int (-1)); lra | apply (not_int (-2)); lra].
Ltac four := repeat split; lra.
Ltac no_term a b := first [apply (count_empty a b); lra | apply (count_none 0 a b); lra | apply (count_none 1 a b); lra
  | apply (count_none 2 a b); lra].
(** Ranges, powers, logarithms: each is replaced by its value at the point. *)
Ltac value := match goal with
  | |- context [Sum ?a ?b ?F] => first
    [ rewrite (Sum_one 1 a b F) by four | rewrite (Sum_two 1 a b F) by four | rewrite (Sum_none a b F) by no_term a b
    | rewrite (Sum_one 0 a b F) by four | rewrite (Sum_one 2 a b F) by four | rewrite (Sum_two 0 a b F) by four
    | rewrite (Sum_one 3 a b F) by four | rewrite (Sum_two 2 a b F) by four ]
  | |- context [Prod ?a ?b ?F] => first
    [ rewrite (Prod_one 1 a b F) by four | rewrite (Prod_two 1 a b F) by four | rewrite (Prod_none a b F) by no_term a b
    | rewrite (Prod_one 0 a b F) by four | rewrite (Prod_one 2 a b F) by four | rewrite (Prod_two 0 a b F) by four
    | rewrite (Prod_one 3 a b F) by four | rewrite (Prod_two 2 a b F) by four ]
  | |- context [Max ?a ?b ?F] => first
    [ rewrite (Max_one 1 a b F) by four | rewrite (Max_two 1 a b F) by four | rewrite (Max_none a b F) by no_term a b
    | rewrite (Max_one 0 a b F) by four | rewrite (Max_one 2 a b F) by four | rewrite (Max_two 0 a b F) by four
    | rewrite (Max_one 3 a b F) by four | rewrite (Max_two 2 a b F) by four ]
  | |- context [Min ?a ?b ?F] => first
    [ rewrite (Min_one 1 a b F) by four | rewrite (Min_two 1 a b F) by four | rewrite (Min_none a b F) by no_term a b
    | rewrite (Min_one 0 a b F) by four | rewrite (Min_one 2 a b F) by four | rewrite (Min_two 0 a b F) by four
    | rewrite (Min_one 3 a b F) by four | rewrite (Min_two 2 a b F) by four ]
  | |- context [Fact ?x] => rewrite (Fact_below_2 x) by lra
  | |- context [Pow ?x ?y] => first
    [ rewrite (Pow_at_2 x y) by lra | rewrite (Pow_at_1 x y) by lra | rewrite (Pow_at_0 x y) by lra
    | rewrite (Pow_at_m1 x y) by lra | rewrite (Pow_of_1 x y) by lra | rewrite (Pow_root x y 2) by lra
    | rewrite (Pow_broken x y) by first [broken_at | lra] | rewrite (Pow_broken_0 x y) by first [broken_at | lra] ]
  | |- context [ln (exp ?x)] => rewrite (ln_exp x)
  | |- context [ln ?x] => first [rewrite (ln_of_nonpos x) by lra | rewrite (ln_at_1 x) by lra]
  | |- context [exp ?x] => rewrite (exp_at_0 x) by lra
  | |- context [sqrt ?x] => first [rewrite (sqrt_of_nonpos x) by lra | rewrite (sqrt_at 1 x) by lra | rewrite (sqrt_at 2 x) by lra]
  | |- context [?x / ?y] => rewrite (div_at_0 x y) by lra
  end; cbv beta.
Ltac sign x :=
  lazymatch goal with
  | _ : 0 < ln x |- _ => fail
  | _ : ln x < 0 |- _ => fail
  | _ => first [assert (0 < ln x) by (apply ln_above; lra) | assert (ln x < 0) by (apply ln_below; lra)]
  end.
Ltac growth x :=
  lazymatch goal with
  | _ : 1 + x < exp x |- _ => fail
  | _ => assert (1 + x < exp x) by (apply exp_ineq1; lra)
  end.
Ltac signs := repeat match goal with
  | |- context [ln ?x] => sign x
  | |- context [exp ?x] => growth x
  end.
Ltac cases := repeat match goal with
  | |- context [if ?d then _ else _] => destruct d; try lra
  end.
Ltac values := cbv beta; unfold Binom; repeat value;
  unfold delta, bracket, sgn, relu, Rmax, Rmin, Rabs; cases; repeat value; signs; try lra.
(** What the rule still asks for, at the point. *)
Ltac premise := cbv beta; first
  [ exact I | lra | whole_at | apply exp_pos
  | match goal with |- forall k, range k _ _ -> _ =>
      first [intros k [_ [? ?]]; first [exact I | lra]
            | let H := fresh in intros k H; apply (range_two 1) in H; [destruct H as [->| ->]; lra | lra | lra]] end
  | split; [whole_at | split; lra]
  | intros; first [exact I | lra]
  | progress values; lra ].
Ltac premises K := repeat match type of K with ?P -> _ =>
  match type of P with Prop => specialize (K ltac:(premise)) end end.
(** Companions: one of the parts of K fails. *)
Ltac parts K := unfold mul_ok, log_ok, pow_ok, range in K; decompose [and or] K; exfalso; cbv beta in *; first
  [ contradiction | lra
  | match goal with I : is_int _ |- _ => revert I; broken_at end
  | match goal with I : ?u <> _ |- _ => apply I; lra end
  | match goal with N : ?P -> False |- _ => apply N; lra end
  | match goal with N : forall k, _ -> False |- _ => apply (N 3); repeat split; first [whole_at | lra] end ].
Ltac absurd_at K := first
  [ exact K | lra | tauto | apply K; lra | apply K; split; [whole_at | split; lra] | revert K; broken_at
  | revert K; values; first [broken_at | intros; first [lra | match goal with H : _ <> _ |- _ => apply H; lra end]]
  | solve [parts K] ].
Ltac refute t := let K := fresh "K" in pose proof t as K; cbv beta in K; premises K; cbv beta in K; absurd_at K.

(** Objectives that have the same best points order all admissible points alike. *)
Lemma Argmin_order (f g : R -> R) p q :
  Argmin (fun _ => True) f = Argmin (fun _ => True) g -> f p <= f q -> g p <= g q.
Proof.
  intros E H; apply (f_equal (fun m => m (exist _ p I) (exist _ q I))) in E; revert E; unfold Argmin; simpl.
  destruct (le_dec (f p) (f q)), (le_dec (g p) (g q)); lra.
Qed.
Ltac refute_order t p q := let K := fresh "K" in pose proof t as K; cbv beta in K; premises K;
  apply (Argmin_order _ _ p q) in K; [revert K; values | values].

(** The absolute value has no derivative at 0. *)
Lemma Rabs_broken l : ~ is_derive Rabs 0 l.
Proof.
  intros H; apply is_derive_Reals in H; destruct (H 1 Rlt_0_1) as [[d D] K]; simpl in K.
  assert (A := K (d / 2)); assert (B := K (- (d / 2))); clear K H.
  rewrite !Rplus_0_l, Rabs_R0, !Rminus_0_r, (Rabs_pos_eq (d / 2)) in A by lra.
  rewrite !Rplus_0_l, Rabs_R0, !Rminus_0_r, Rabs_Ropp, (Rabs_pos_eq (d / 2)) in B by lra.
  assert (A' : Rabs (1 - l) < 1) by (replace 1 with (d / 2 / (d / 2)) at 1 by (field; lra); apply A; lra).
  assert (B' : Rabs (- 1 - l) < 1) by (replace (-1) with (d / 2 / - (d / 2)) by (field; lra); apply B; lra).
  apply Rabs_def2 in A'; apply Rabs_def2 in B'; lra.
Qed.

(** ** Each condition is needed *)

(* without 0 < u: u = -1, v = 2 *)
Lemma r_log_mul_needs_1 : ~ (forall (u v : R), 0 < v -> (ln (u * v)) = ((ln u) + (ln v))).
Proof. intros H; refute (H (-1) 2). Qed.

(* without 0 < v: u = 2, v = -1 *)
Lemma r_log_mul_needs_2 : ~ (forall (u v : R), 0 < u -> (ln (u * v)) = ((ln u) + (ln v))).
Proof. intros H; refute (H 2 (-1)). Qed.

(* without 0 < u: u = -1, v = 2 *)
Lemma r_log_div_needs_1 : ~ (forall (u v : R), 0 < v -> (ln (u / v)) = ((ln u) - (ln v))).
Proof. intros H; refute (H (-1) 2). Qed.

(* without 0 < v: u = 2, v = -1 *)
Lemma r_log_div_needs_2 : ~ (forall (u v : R), 0 < u -> (ln (u / v)) = ((ln u) - (ln v))).
Proof. intros H; refute (H 2 (-1)). Qed.

(* without 0 < u: u = -2, v = 2 *)
Lemma r_log_pow_needs_1 : ~ (forall (u v : R), (ln (Pow u v)) = (v * (ln u))).
Proof. intros H; refute (H (-2) 2). Qed.

(* without forall k in a..b: 0 < F(k): a = 1, b = 2, F(k) = -2 *)
Lemma r_log_prod_needs_1 : ~ (forall (a b : R) (F : R -> R), (ln (Prod a b (fun k => F k))) = (Sum a b (fun k => ln (F k)))).
Proof. intros H; refute (H 1 2 (fun _ => -2)). Qed.

(* without 0 < u: u = -1 *)
(* r_log_sqrt_needs_1: holds without it in Coq: for u <= 0 both sides are 0, as sqrt u = 0 and ln is 0 there *)

(* without 0 < u: u = -1 *)
Lemma r_exp_log_needs_1 : ~ (forall (u : R), (exp (ln u)) = u).
Proof. intros H; refute (H (-1)). Qed.

(* without 0 < u: u = -1, v = 2 *)
Lemma r_pow_as_exp_needs_1 : ~ (forall (u v : R), (Pow u v) = (exp (v * (ln u)))).
Proof. intros H; refute (H (-2) 2). Qed.

(* without 0 < u: u = 0, v = 1, w = -1 *)
Lemma r_pow_add_needs_1 : ~ (forall (u v w : R), (Pow u (v + w)) = ((Pow u v) * (Pow u w))).
Proof. intros H; refute (H 0 1 (-1)). Qed.

(* without 0 < u: u = 0, v = 2, w = -1/2 *)
Lemma r_pow_mul_base_needs_1 : ~ (forall (u v w : R), 0 < v -> (Pow (u * v) w) = ((Pow u w) * (Pow v w))).
Proof. intros H; refute (H (-1) 4 (1/2)). Qed.

(* without 0 < v: u = 2, v = -1, w = 1/2 *)
Lemma r_pow_mul_base_needs_2 : ~ (forall (u v w : R), 0 < u -> (Pow (u * v) w) = ((Pow u w) * (Pow v w))).
Proof. intros H; refute (H 4 (-1) (1/2)). Qed.

(* without 0 < u: u = -1, v = 2, w = 1/2 *)
Lemma r_pow_pow_needs_1 : ~ (forall (u v w : R), (Pow (Pow u v) w) = (Pow u (v * w))).
Proof. intros H; refute (H (-1) 2 (1/2)). Qed.

(* without 0 < u: u = 0 *)
Lemma r_sqrt_as_exp_needs_1 : ~ (forall (u : R), (sqrt u) = (exp ((ln u) / 2))).
Proof. intros H; refute (H 0). Qed.

(* without 0 <= u: u = -1 *)
Lemma r_square_sqrt_needs_1 : ~ (forall (u : R), (Pow (sqrt u) 2) = u).
Proof. intros H; refute (H (-1)). Qed.

(* without 0 <= u: u = -1 *)
Lemma r_abs_nonneg_needs_1 : ~ (forall (u : R), (Rabs u) = u).
Proof. intros H; refute (H (-1)). Qed.

(* without u <= 0: u = 1 *)
Lemma r_abs_nonpos_needs_1 : ~ (forall (u : R), (Rabs u) = (- u)).
Proof. intros H; refute (H 1). Qed.

(* without u != 0: u = 0 *)
(* r_log_square_needs_1: holds without it in Coq: at u = 0 both sides are 0, as ln 0 = 0 *)

(* without a <= b + 1: a = 3, b = 1, u = 1 *)
Lemma r_sum_const_needs_1 : ~ (forall (a b u : R), is_int a -> is_int b -> (Sum a b (fun k => u)) = (((b - a) + 1) * u)).
Proof. intros H; refute (H 3 1 1). Qed.

(* without integer(a): a = 1/2, b = 1, u = 2 *)
Lemma r_sum_const_needs_2 : ~ (forall (a b u : R), a <= (b + 1) -> is_int b -> (Sum a b (fun k => u)) = (((b - a) + 1) * u)).
Proof. intros H; refute (H (1/2) 1 2). Qed.

(* without integer(b): a = 0, b = 3/2, u = 2 *)
Lemma r_sum_const_needs_3 : ~ (forall (a b u : R), a <= (b + 1) -> is_int a -> (Sum a b (fun k => u)) = (((b - a) + 1) * u)).
Proof. intros H; refute (H 0 (3/2) 2). Qed.

(* without b < a: a = 1, b = 1, F(k) = 1 *)
Lemma r_sum_empty_needs_1 : ~ (forall (a b : R) (F : R -> R), (Sum a b (fun k => F k)) = 0).
Proof. intros H; refute (H 1 1 (fun _ => 1)). Qed.

(* without integer(a): a = 3/2, F(k) = 2 *)
Lemma r_sum_single_needs_1 : ~ (forall (a : R) (F : R -> R), (Sum a a (fun k => F k)) = (F a)).
Proof. intros H; refute (H (3/2) (fun _ => 2)). Qed.

(* without a <= b: a = 2, b = 1, F(k) = k *)
Lemma r_sum_split_last_needs_1 : ~ (forall (a b : R) (F : R -> R), is_int a -> is_int b -> (Sum a b (fun k => F k)) = ((Sum a (b - 1) (fun k => F k)) + (F b))).
Proof. intros H; refute (H 2 1 (fun k => k)). Qed.

(* without integer(b): a = 1, b = 3/2, F(k) = k *)
Lemma r_sum_split_last_needs_3 : ~ (forall (a b : R) (F : R -> R), a <= b -> is_int a -> (Sum a b (fun k => F k)) = ((Sum a (b - 1) (fun k => F k)) + (F b))).
Proof. intros H; refute (H 1 (3/2) (fun k => k)). Qed.

(* without a <= b: a = 2, b = 1, F(k) = k *)
Lemma r_sum_split_first_needs_1 : ~ (forall (a b : R) (F : R -> R), is_int a -> is_int b -> (Sum a b (fun k => F k)) = ((F a) + (Sum (a + 1) b (fun k => F k)))).
Proof. intros H; refute (H 2 1 (fun k => k)). Qed.

(* without integer(a): a = 1/2, b = 1, F(k) = k *)
Lemma r_sum_split_first_needs_2 : ~ (forall (a b : R) (F : R -> R), a <= b -> is_int b -> (Sum a b (fun k => F k)) = ((F a) + (Sum (a + 1) b (fun k => F k)))).
Proof. intros H; refute (H (1/2) 1 (fun k => k)). Qed.

(* without a <= c + 1: a = 3, b = 3, c = 1, F(k) = 1 *)
Lemma r_sum_split_needs_1 : ~ (forall (a b c : R) (F : R -> R), c <= b -> is_int a -> is_int b -> is_int c -> (Sum a b (fun k => F k)) = ((Sum a c (fun k => F k)) + (Sum (c + 1) b (fun k => F k)))).
Proof. intros H; refute (H 3 3 1 (fun _ => 1)). Qed.

(* without c <= b: a = 1, b = 1, c = 3, F(k) = 1 *)
Lemma r_sum_split_needs_2 : ~ (forall (a b c : R) (F : R -> R), a <= (c + 1) -> is_int a -> is_int b -> is_int c -> (Sum a b (fun k => F k)) = ((Sum a c (fun k => F k)) + (Sum (c + 1) b (fun k => F k)))).
Proof. intros H; refute (H 1 1 2 (fun _ => 1)). Qed.

(* without integer(c): a = 0, b = 3, c = 3/2, F(k) = 2 *)
Lemma r_sum_split_needs_5 : ~ (forall (a b c : R) (F : R -> R), a <= (c + 1) -> c <= b -> is_int a -> is_int b -> (Sum a b (fun k => F k)) = ((Sum a c (fun k => F k)) + (Sum (c + 1) b (fun k => F k)))).
Proof. intros H; refute (H 1 2 (3/2) (fun _ => 1)). Qed.

(* without integer(c): a = 2, b = 3, c = 1/2, F(k) = 1 *)
Lemma r_sum_shift_needs_1 : ~ (forall (a b c : R) (F : R -> R), (Sum a b (fun k => F k)) = (Sum (a + c) (b + c) (fun k => F (k - c)))).
Proof. intros H; refute (H 2 3 (1/2) (fun _ => 1)). Qed.

(* without a <= b + 1: a = 3, b = 1, F(k) = 1, G(k) = k *)
Lemma r_sum_telescope_needs_1 : ~ (forall (a b : R) (F G : R -> R), is_int a -> is_int b -> (forall k, range k a b -> (F k) = ((G k) - (G (k - 1)))) -> (Sum a b (fun k => F k)) = ((G b) - (G (a - 1)))).
Proof. intros H; refute (H 3 1 (fun _ => 1) (fun k => k)). Qed.

(* without integer(a): a = 1/2, b = 2, F(k) = 1, G(k) = k *)
Lemma r_sum_telescope_needs_2 : ~ (forall (a b : R) (F G : R -> R), a <= (b + 1) -> is_int b -> (forall k, range k a b -> (F k) = ((G k) - (G (k - 1)))) -> (Sum a b (fun k => F k)) = ((G b) - (G (a - 1)))).
Proof. intros H; refute (H (1/2) 2 (fun _ => 1) (fun k => k)). Qed.

(* without integer(b): a = 1, b = 3/2, F(k) = 1, G(k) = k *)
Lemma r_sum_telescope_needs_3 : ~ (forall (a b : R) (F G : R -> R), a <= (b + 1) -> is_int a -> (forall k, range k a b -> (F k) = ((G k) - (G (k - 1)))) -> (Sum a b (fun k => F k)) = ((G b) - (G (a - 1)))).
Proof. intros H; refute (H 1 (3/2) (fun _ => 1) (fun k => k)). Qed.

(* without forall k in a..b: F(k) == G(k) - G(k-1): a = 1, b = 1, F(k) = 0, G(k) = k *)
Lemma r_sum_telescope_needs_4 : ~ (forall (a b : R) (F G : R -> R), a <= (b + 1) -> is_int a -> is_int b -> (Sum a b (fun k => F k)) = ((G b) - (G (a - 1)))).
Proof. intros H; refute (H 1 1 (fun _ => 0) (fun k => k)). Qed.

(* without integer(a): a = 1/2, b = 1, F(k) = k *)
Lemma r_sum_reverse_needs_1 : ~ (forall (a b : R) (F : R -> R), is_int b -> (Sum a b (fun k => F k)) = (Sum a b (fun k => F ((a + b) - k)))).
Proof. intros H; refute (H (1/2) 1 (fun k => k)). Qed.

(* without integer(b): a = 1, b = 3/2, F(k) = k *)
Lemma r_sum_reverse_needs_2 : ~ (forall (a b : R) (F : R -> R), is_int a -> (Sum a b (fun k => F k)) = (Sum a b (fun k => F ((a + b) - k)))).
Proof. intros H; refute (H 1 (3/2) (fun k => k)). Qed.

(* without j in a..b: a = 1, b = 1, j = 2, F(k) = 1 *)
Lemma r_sum_delta_needs_1 : ~ (forall (a b j : R) (F : R -> R), (Sum a b (fun k => (delta k j) * (F k))) = (F j)).
Proof. intros H; refute (H 1 1 2 (fun _ => 1)). Qed.

(* without not (j in a..b): a = 1, b = 1, j = 1, F(k) = 1 *)
Lemma r_sum_delta_outside_needs_1 : ~ (forall (a b j : R) (F : R -> R), (Sum a b (fun k => (delta k j) * (F k))) = 0).
Proof. intros H; refute (H 1 1 1 (fun _ => 1)). Qed.

(* without integer(j): a = 0, b = 3, j = 3/2, F(k) = 2 *)
Lemma r_sum_delta_bracket_needs_3 : ~ (forall (a b j : R) (F : R -> R), is_int a -> is_int b -> (Sum a b (fun k => (delta k j) * (F k))) = (((bracket (le_dec a j)) * (bracket (le_dec j b))) * (F j))).
Proof. intros H; refute (H 1 2 (3/2) (fun _ => 1)). Qed.

(* without forall k in a..b: G(k) != 0: a = 1, b = 2, F(k) = 1, G(k) = 2*(k - 1) *)
(* r_prod_div_needs_1: holds without it in Coq: 1 / 0 = 0, so a quotient of products is the product of quotients *)

(* without forall k in a..b: 0 < F(k): a = 1, b = 2, u = 1/2, F(k) = -1 *)
Lemma r_prod_pow_needs_1 : ~ (forall (a b u : R) (F : R -> R), (Prod a b (fun k => Pow (F k) u)) = (Pow (Prod a b (fun k => F k)) u)).
Proof. intros H; refute (H 1 2 (1/2) (fun _ => -2)). Qed.

(* without a <= b + 1: a = 3, b = 1, u = 2 *)
Lemma r_prod_const_needs_1 : ~ (forall (a b u : R), is_int a -> is_int b -> (Prod a b (fun k => u)) = (Pow u ((b - a) + 1))).
Proof. intros H; refute (H 3 1 2). Qed.

(* without integer(a): a = 1/2, b = 1, u = 2 *)
Lemma r_prod_const_needs_2 : ~ (forall (a b u : R), a <= (b + 1) -> is_int b -> (Prod a b (fun k => u)) = (Pow u ((b - a) + 1))).
Proof. intros H; refute (H (1/2) 0 4). Qed.

(* without integer(b): a = 0, b = 3/2, u = 2 *)
Lemma r_prod_const_needs_3 : ~ (forall (a b u : R), a <= (b + 1) -> is_int a -> (Prod a b (fun k => u)) = (Pow u ((b - a) + 1))).
Proof. intros H; refute (H 1 (1/2) 4). Qed.

(* without b < a: a = 1, b = 1, F(k) = 2 *)
Lemma r_prod_empty_needs_1 : ~ (forall (a b : R) (F : R -> R), (Prod a b (fun k => F k)) = 1).
Proof. intros H; refute (H 1 1 (fun _ => 2)). Qed.

(* without integer(a): a = 3/2, F(k) = 2 *)
Lemma r_prod_single_needs_1 : ~ (forall (a : R) (F : R -> R), (Prod a a (fun k => F k)) = (F a)).
Proof. intros H; refute (H (3/2) (fun _ => 2)). Qed.

(* without a <= b: a = 2, b = 1, F(k) = k + 1 *)
Lemma r_prod_split_last_needs_1 : ~ (forall (a b : R) (F : R -> R), is_int a -> is_int b -> (Prod a b (fun k => F k)) = ((Prod a (b - 1) (fun k => F k)) * (F b))).
Proof. intros H; refute (H 2 1 (fun k => k + 1)). Qed.

(* without integer(b): a = 1, b = 3/2, F(k) = k *)
Lemma r_prod_split_last_needs_3 : ~ (forall (a b : R) (F : R -> R), a <= b -> is_int a -> (Prod a b (fun k => F k)) = ((Prod a (b - 1) (fun k => F k)) * (F b))).
Proof. intros H; refute (H 1 (3/2) (fun k => k)). Qed.

(* without integer(c): a = 0, b = 3, c = 3/2, F(k) = 2 *)
Lemma r_prod_shift_needs_1 : ~ (forall (a b c : R) (F : R -> R), (Prod a b (fun k => F k)) = (Prod (a + c) (b + c) (fun k => F (k - c)))).
Proof. intros H; refute (H 1 1 (1/2) (fun _ => 2)). Qed.

(* without j in a..b: a = 1, b = 1, j = 2, F(k) = 2 *)
Lemma r_prod_select_needs_1 : ~ (forall (a b j : R) (F : R -> R), (Prod a b (fun k => if (eq_dec k j) then F k else 1)) = (F j)).
Proof. intros H; refute (H 1 1 2 (fun _ => 2)). Qed.

(* without integer(a): a = 1/2, b = 1/2, u = 1, F(k) = 2 *)
Lemma r_max_shift_out_needs_1 : ~ (forall (a b u : R) (F : R -> R), a <= b -> (Max a b (fun k => u + (F k))) = (u + (Max a b (fun k => F k)))).
Proof. intros H; refute (H (1/2) (1/2) 1 (fun _ => 2)). Qed.

(* without a <= b: a = 1, b = 0, u = 1, F(k) = 1 *)
Lemma r_max_shift_out_needs_2 : ~ (forall (a b u : R) (F : R -> R), is_int a -> (Max a b (fun k => u + (F k))) = (u + (Max a b (fun k => F k)))).
Proof. intros H; refute (H 1 0 1 (fun _ => 1)). Qed.

(* without c <= b: a = 1, b = 1, c = 2, F(k) = 1 *)
Lemma r_sum_bracket_upper_needs_1 : ~ (forall (a b c : R) (F : R -> R), is_int c -> (Sum a b (fun k => (bracket (le_dec k c)) * (F k))) = (Sum a c (fun k => F k))).
Proof. intros H; refute (H 1 1 2 (fun _ => 1)). Qed.

(* without a <= c: a = 2, b = 2, c = 1, F(k) = 1 *)
Lemma r_sum_bracket_lower_needs_1 : ~ (forall (a b c : R) (F : R -> R), is_int c -> (Sum a b (fun k => (bracket (le_dec c k)) * (F k))) = (Sum c b (fun k => F k))).
Proof. intros H; refute (H 2 2 1 (fun _ => 1)). Qed.

(* without a <= c + 1: a = 3, b = 3, c = 1, F(k) = 2 *)
Lemma r_prod_split_needs_1 : ~ (forall (a b c : R) (F : R -> R), c <= b -> is_int a -> is_int b -> is_int c -> (Prod a b (fun k => F k)) = ((Prod a c (fun k => F k)) * (Prod (c + 1) b (fun k => F k)))).
Proof. intros H; refute (H 3 3 1 (fun _ => 2)). Qed.

(* without c <= b: a = 1, b = 1, c = 3, F(k) = 2 *)
Lemma r_prod_split_needs_2 : ~ (forall (a b c : R) (F : R -> R), a <= (c + 1) -> is_int a -> is_int b -> is_int c -> (Prod a b (fun k => F k)) = ((Prod a c (fun k => F k)) * (Prod (c + 1) b (fun k => F k)))).
Proof. intros H; refute (H 1 1 2 (fun _ => 2)). Qed.

(* without integer(c): a = 0, b = 3, c = 3/2, F(k) = 2 *)
Lemma r_prod_split_needs_5 : ~ (forall (a b c : R) (F : R -> R), a <= (c + 1) -> c <= b -> is_int a -> is_int b -> (Prod a b (fun k => F k)) = ((Prod a c (fun k => F k)) * (Prod (c + 1) b (fun k => F k)))).
Proof. intros H; refute (H 1 2 (3/2) (fun _ => 2)). Qed.

(* without integer(u): a = 1, b = 2, u = 1/2, F(k) = -1 *)
Lemma r_prod_pow_natural_needs_1 : ~ (forall (a b u : R) (F : R -> R), 0 <= u -> (Prod a b (fun k => Pow (F k) u)) = (Pow (Prod a b (fun k => F k)) u)).
Proof. intros H; refute (H 1 2 (1/2) (fun _ => -2)). Qed.

(* without 0 <= u: a = 1, b = 2, u = -1, F(k) = 2*k - 2 *)
(* r_prod_pow_natural_needs_2: holds without it in Coq: / 0 = 0, so a negative power of a product is the product of the powers *)

(* without integer(v): u = -1, v = 1/2, w = 1 *)
Lemma r_pow_add_natural_needs_1 : ~ (forall (u v w : R), is_int w -> 0 <= v -> 0 <= w -> (Pow u (v + w)) = ((Pow u v) * (Pow u w))).
Proof. intros H; refute (H (-1) (1/2) 1). Qed.

(* without integer(w): u = -1, v = 1, w = 1/2 *)
Lemma r_pow_add_natural_needs_2 : ~ (forall (u v w : R), is_int v -> 0 <= v -> 0 <= w -> (Pow u (v + w)) = ((Pow u v) * (Pow u w))).
Proof. intros H; refute (H (-1) 1 (1/2)). Qed.

(* without 0 <= v: u = 0, v = -1, w = 1 *)
Lemma r_pow_add_natural_needs_3 : ~ (forall (u v w : R), is_int v -> is_int w -> 0 <= w -> (Pow u (v + w)) = ((Pow u v) * (Pow u w))).
Proof. intros H; refute (H 0 (-1) 1). Qed.

(* without 0 <= w: u = 0, v = 1, w = -1 *)
Lemma r_pow_add_natural_needs_4 : ~ (forall (u v w : R), is_int v -> is_int w -> 0 <= v -> (Pow u (v + w)) = ((Pow u v) * (Pow u w))).
Proof. intros H; refute (H 0 1 (-1)). Qed.

(* without integer(v): u = -1, v = 1/2 *)
Lemma r_pow_sub_one_needs_1 : ~ (forall (u v : R), u <> 0 -> (Pow u (v - 1)) = ((Pow u v) / u)).
Proof. intros H; refute (H (-1) (1/2)). Qed.

(* without u != 0: u = 0, v = 1 *)
Lemma r_pow_sub_one_needs_2 : ~ (forall (u v : R), is_int v -> (Pow u (v - 1)) = ((Pow u v) / u)).
Proof. intros H; refute (H 0 1). Qed.

(* without i == j: i = 1, j = 2 *)
Lemma r_delta_equal_needs_1 : ~ (forall (i j : R), (delta i j) = 1).
Proof. intros H; refute (H 1 2). Qed.

(* without i != j: i = 1, j = 1 *)
Lemma r_delta_distinct_needs_1 : ~ (forall (i j : R), (delta i j) = 0).
Proof. intros H; refute (H 1 1). Qed.

(* without u == v: u = 1, v = 2 *)
Lemma r_iverson_true_needs_1 : ~ (forall (u v : R), (bracket (eq_dec u v)) = 1).
Proof. intros H; refute (H 1 2). Qed.

(* without u != v: u = 1, v = 1 *)
Lemma r_iverson_eq_false_needs_1 : ~ (forall (u v : R), (bracket (eq_dec u v)) = 0).
Proof. intros H; refute (H 1 1). Qed.

(* without u <= v: u = 2, v = 1 *)
Lemma r_iverson_le_true_needs_1 : ~ (forall (u v : R), (bracket (le_dec u v)) = 1).
Proof. intros H; refute (H 2 1). Qed.

(* without v < u: u = 1, v = 1 *)
Lemma r_iverson_le_false_needs_1 : ~ (forall (u v : R), (bracket (le_dec u v)) = 0).
Proof. intros H; refute (H 1 1). Qed.

(* without v <= u: u = 1, v = 2 *)
Lemma r_maximum_left_needs_1 : ~ (forall (u v : R), (Rmax u v) = u).
Proof. intros H; refute (H 1 2). Qed.

(* without u <= v: u = 2, v = 1 *)
Lemma r_maximum_right_needs_1 : ~ (forall (u v : R), (Rmax u v) = v).
Proof. intros H; refute (H 2 1). Qed.

(* without 0 <= u: u = -1 *)
Lemma r_relu_positive_needs_1 : ~ (forall (u : R), (relu u) = u).
Proof. intros H; refute (H (-1)). Qed.

(* without u <= 0: u = 1 *)
Lemma r_relu_negative_needs_1 : ~ (forall (u : R), (relu u) = 0).
Proof. intros H; refute (H 1). Qed.

(* without 0 < u: u = 0 *)
Lemma r_sign_positive_needs_1 : ~ (forall (u : R), (sgn u) = 1).
Proof. intros H; refute (H 0). Qed.

(* without u < 0: u = 0 *)
Lemma r_sign_negative_needs_1 : ~ (forall (u : R), (sgn u) = (- (1))).
Proof. intros H; refute (H 0). Qed.

(* without integer(u): u = 1/2 *)
Lemma r_factorial_step_needs_1 : ~ (forall (u : R), 0 <= u -> (Fact (u + 1)) = ((u + 1) * (Fact u))).
Proof. intros H; refute (H (1/2)). Qed.

(* without 0 <= u: u = -1 *)
Lemma r_factorial_step_needs_2 : ~ (forall (u : R), is_int u -> (Fact (u + 1)) = ((u + 1) * (Fact u))).
Proof. intros H; refute (H (-1)). Qed.

(* without integer(u): u = 3/2, v = 0 *)
(* r_binom_factorial_needs_1: holds without it in Coq: it is the definition of Binom *)

(* without integer(v): u = 2, v = 1/2 *)
(* r_binom_factorial_needs_2: holds without it in Coq: it is the definition of Binom *)

(* without 0 <= v: u = 2, v = -1 *)
(* r_binom_factorial_needs_3: holds without it in Coq: it is the definition of Binom *)

(* without v <= u: u = 1, v = 2 *)
(* r_binom_factorial_needs_4: holds without it in Coq: it is the definition of Binom *)

(* without integer(u): u = 3/2, v = 0 *)
(* r_positive_binom_needs_1: holds without it in Coq: Fact, so Binom, is positive everywhere *)

(* without integer(v): u = 2, v = 1/2 *)
(* r_positive_binom_needs_2: holds without it in Coq: Fact, so Binom, is positive everywhere *)

(* without 0 <= v: u = 2, v = -1 *)
(* r_positive_binom_needs_3: holds without it in Coq: Fact, so Binom, is positive everywhere *)

(* without v <= u: u = 1, v = 2 *)
(* r_positive_binom_needs_4: holds without it in Coq: Fact, so Binom, is positive everywhere *)

(* without integer(n): n = 3/2, u = 1, v = 1 *)
Lemma r_binomial_theorem_needs_1 : ~ (forall (n u v : R), 0 <= n -> (Sum 0 n (fun k => ((Binom n k) * (Pow u k)) * (Pow v (n - k)))) = (Pow (u + v) n)).
Proof. intros H; refute (H (1/2) 3 1). Qed.

(* without 0 <= n: n = -1, u = 1, v = 1 *)
Lemma r_binomial_theorem_needs_2 : ~ (forall (n u v : R), is_int n -> (Sum 0 n (fun k => ((Binom n k) * (Pow u k)) * (Pow v (n - k)))) = (Pow (u + v) n)).
Proof. intros H; refute (H (-1) 1 1). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_add_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_add_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_sub_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_sub_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_mul_needs_1 : ~ (forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop), v_ok -> mul_ok u_ok u_zero v_ok v_zero).
Proof. intros H; refute (H 1 False False 2 True False). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_mul_needs_2 : ~ (forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop), u_ok -> mul_ok u_ok u_zero v_ok v_zero).
Proof. intros H; refute (H 0 True False 1 False False). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_neg_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_div_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> v <> 0 -> u_ok /\ v_ok /\ (v <> 0)).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_div_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v <> 0 -> u_ok /\ v_ok /\ (v <> 0)).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without v != 0: u = 0, v = 0 *)
Lemma r_defined_div_needs_3 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok /\ (v <> 0)).
Proof. intros H; refute (H 0 True 0 True). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_pow_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> 0 < u -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 3, v = 1/0 *)
Lemma r_defined_pow_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> 0 < u -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 3 True 1 False). Qed.

(* without 0 < u: u = 0, v = -1 *)
Lemma r_defined_pow_needs_3 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 0 True (-1) True). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_pow_nonneg_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> 0 <= u -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_pow_nonneg_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> 0 <= u -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without 0 <= u: u = -2, v = 1/2 *)
Lemma r_defined_pow_nonneg_needs_3 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H (-2) True (1/2) True). Qed.

(* without 0 <= v: u = 0, v = -1 *)
Lemma r_defined_pow_nonneg_needs_4 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 <= u -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 0 True (-1) True). Qed.

(* without defined(u): u = 1/0, v = 3 *)
Lemma r_defined_pow_natural_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> is_int v -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 1 False 3 True). Qed.

(* without defined(v): u = 1, v = 1/0 *)
Lemma r_defined_pow_natural_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> is_int v -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 1 True 1 False). Qed.

(* without integer(v): u = -1, v = 1/2 *)
Lemma r_defined_pow_natural_needs_3 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H (-1) True (1/2) True). Qed.

(* without 0 <= v: u = 0, v = -1 *)
Lemma r_defined_pow_natural_needs_4 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 0 True (-1) True). Qed.

(* without defined(u): u = 1/0, v = 3 *)
Lemma r_defined_pow_integer_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> is_int v -> u <> 0 -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 1 False 3 True). Qed.

(* without defined(v): u = 1, v = 1/0 *)
Lemma r_defined_pow_integer_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> is_int v -> u <> 0 -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 1 True 1 False). Qed.

(* without integer(v): u = -1, v = 1/2 *)
Lemma r_defined_pow_integer_needs_3 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u <> 0 -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H (-1) True (1/2) True). Qed.

(* without u != 0: u = 0, v = -1 *)
Lemma r_defined_pow_integer_needs_4 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int v -> u_ok /\ v_ok /\ (pow_ok u v)).
Proof. intros H; refute (H 0 True (-1) True). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_log_needs_1 : ~ (forall (zlz : Prop) (u : R) (u_ok : Prop), 0 < u -> u_ok /\ (log_ok zlz u)).
Proof. intros H; refute (H False 1 False). Qed.

(* without 0 < u: u = 0 *)
Lemma r_defined_log_needs_2 : ~ (forall (zlz : Prop) (u : R) (u_ok : Prop), u_ok -> u_ok /\ (log_ok zlz u)).
Proof. intros H; refute (H False 0 True). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_sqrt_needs_1 : ~ (forall (u : R) (u_ok : Prop), 0 <= u -> u_ok /\ (0 <= u)).
Proof. intros H; refute (H 1 False). Qed.

(* without 0 <= u: u = -2 *)
Lemma r_defined_sqrt_needs_2 : ~ (forall (u : R) (u_ok : Prop), u_ok -> u_ok /\ (0 <= u)).
Proof. intros H; refute (H (-2) True). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_factorial_needs_1 : ~ (forall (u : R) (u_ok : Prop), is_int u -> 0 <= u -> u_ok /\ (is_int u /\ 0 <= u)).
Proof. intros H; refute (H 1 False). Qed.

(* without integer(u): u = 1/2 *)
Lemma r_defined_factorial_needs_2 : ~ (forall (u : R) (u_ok : Prop), u_ok -> 0 <= u -> u_ok /\ (is_int u /\ 0 <= u)).
Proof. intros H; refute (H (1/2) True). Qed.

(* without 0 <= u: u = -1 *)
Lemma r_defined_factorial_needs_3 : ~ (forall (u : R) (u_ok : Prop), u_ok -> is_int u -> u_ok /\ (is_int u /\ 0 <= u)).
Proof. intros H; refute (H (-1) True). Qed.

(* without defined(u): u = 1/0, v = 0 *)
Lemma r_defined_binom_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> is_int u -> is_int v -> 0 <= v -> v <= u -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u)).
Proof. intros H; refute (H 1 False 0 True). Qed.

(* without defined(v): u = 1, v = 1/0 *)
Lemma r_defined_binom_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> is_int u -> is_int v -> 0 <= v -> v <= u -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u)).
Proof. intros H; refute (H 1 True 1 False). Qed.

(* without integer(u): u = 3/2, v = 0 *)
Lemma r_defined_binom_needs_3 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int v -> 0 <= v -> v <= u -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u)).
Proof. intros H; refute (H (3/2) True 0 True). Qed.

(* without integer(v): u = 2, v = 1/2 *)
Lemma r_defined_binom_needs_4 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int u -> 0 <= v -> v <= u -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u)).
Proof. intros H; refute (H 2 True (1/2) True). Qed.

(* without 0 <= v: u = 2, v = -1 *)
Lemma r_defined_binom_needs_5 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int u -> is_int v -> v <= u -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u)).
Proof. intros H; refute (H 2 True (-1) True). Qed.

(* without v <= u: u = 1, v = 2 *)
Lemma r_defined_binom_needs_6 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int u -> is_int v -> 0 <= v -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u)).
Proof. intros H; refute (H 1 True 2 True). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_exp_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_abs_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_sign_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_tanh_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_relu_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_softplus_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0 *)
Lemma r_defined_sigmoid_needs_1 : ~ (forall (u : R) (u_ok : Prop), u_ok).
Proof. intros H; refute (H 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_maximum_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_maximum_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_minimum_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_minimum_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(i): i = 1/0, j = 0 *)
Lemma r_defined_delta_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop), j_ok -> i_ok /\ j_ok).
Proof. intros H; refute (H 1 False 0 True). Qed.

(* without defined(j): i = 1, j = 1/0 *)
Lemma r_defined_delta_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop), i_ok -> i_ok /\ j_ok).
Proof. intros H; refute (H 1 True 1 False). Qed.

(* without defined(a): a = 1/0, b = 2, F(k) = k *)
Lemma r_defined_sum_needs_1 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 False 2 True (fun k => k) (fun _ => True)). Qed.

(* without defined(b): a = 1, b = 1/0, F(k) = 2 *)
Lemma r_defined_sum_needs_2 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 True 1 False (fun _ => 2) (fun _ => True)). Qed.

(* without integer(a): a = 3/2, b = 0, F(k) = k *)
Lemma r_defined_sum_needs_3 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H (3/2) True 0 True (fun k => k) (fun _ => True)). Qed.

(* without integer(b): a = 2, b = 3/2, F(k) = 2 *)
Lemma r_defined_sum_needs_4 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 2 True (3/2) True (fun _ => 2) (fun _ => True)). Qed.

(* without forall k in a..b: defined(F(k)): a = 3, b = 3, F(k) = 1/0 *)
Lemma r_defined_sum_needs_5 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 3 True 3 True (fun _ => 1) (fun _ => False)). Qed.

(* without defined(a): a = 1/0, b = 2, F(k) = k *)
Lemma r_defined_prod_needs_1 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 False 2 True (fun k => k) (fun _ => True)). Qed.

(* without defined(b): a = 1, b = 1/0, F(k) = 2 *)
Lemma r_defined_prod_needs_2 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 True 1 False (fun _ => 2) (fun _ => True)). Qed.

(* without integer(a): a = 3/2, b = 0, F(k) = k *)
Lemma r_defined_prod_needs_3 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H (3/2) True 0 True (fun k => k) (fun _ => True)). Qed.

(* without integer(b): a = 2, b = 3/2, F(k) = 2 *)
Lemma r_defined_prod_needs_4 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 2 True (3/2) True (fun _ => 2) (fun _ => True)). Qed.

(* without forall k in a..b: defined(F(k)): a = 3, b = 3, F(k) = 1/0 *)
Lemma r_defined_prod_needs_5 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 3 True 3 True (fun _ => 1) (fun _ => False)). Qed.

(* without defined(a): a = 1/0, b = 2, F(k) = k *)
Lemma r_defined_max_needs_1 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), b_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 False 2 True (fun k => k) (fun _ => True)). Qed.

(* without defined(b): a = 1, b = 1/0, F(k) = 2 *)
Lemma r_defined_max_needs_2 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 True 1 False (fun _ => 2) (fun _ => True)). Qed.

(* without integer(a): a = 1/2, b = 3, F(k) = 2 *)
Lemma r_defined_max_needs_3 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H (1/2) True 3 True (fun _ => 2) (fun _ => True)). Qed.

(* without integer(b): a = 0, b = 1/2, F(k) = 2 *)
Lemma r_defined_max_needs_4 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 0 True (1/2) True (fun _ => 2) (fun _ => True)). Qed.

(* without a <= b: a = 3, b = 1, F(k) = 2 *)
Lemma r_defined_max_needs_5 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 3 True 1 True (fun _ => 2) (fun _ => True)). Qed.

(* without forall k in a..b: defined(F(k)): a = 3, b = 3, F(k) = 1/0 *)
Lemma r_defined_max_needs_6 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a <= b -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 3 True 3 True (fun _ => 1) (fun _ => False)). Qed.

(* without defined(a): a = 1/0, b = 2, F(k) = k *)
Lemma r_defined_min_needs_1 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), b_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 False 2 True (fun k => k) (fun _ => True)). Qed.

(* without defined(b): a = 1, b = 1/0, F(k) = 2 *)
Lemma r_defined_min_needs_2 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 1 True 1 False (fun _ => 2) (fun _ => True)). Qed.

(* without integer(a): a = 1/2, b = 3, F(k) = 2 *)
Lemma r_defined_min_needs_3 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H (1/2) True 3 True (fun _ => 2) (fun _ => True)). Qed.

(* without integer(b): a = 0, b = 1/2, F(k) = 2 *)
Lemma r_defined_min_needs_4 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 0 True (1/2) True (fun _ => 2) (fun _ => True)). Qed.

(* without a <= b: a = 3, b = 1, F(k) = 2 *)
Lemma r_defined_min_needs_5 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 3 True 1 True (fun _ => 2) (fun _ => True)). Qed.

(* without forall k in a..b: defined(F(k)): a = 3, b = 3, F(k) = 1/0 *)
Lemma r_defined_min_needs_6 : ~ (forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a <= b -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k)).
Proof. intros H; refute (H 3 True 3 True (fun _ => 1) (fun _ => False)). Qed.

(* without differentiable(u, X): u = abs(s), X = s, s = 0 *)
Lemma r_defined_diff_needs_1 : ~ (forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> exD X (fun x' => u x') (fun x' => u_ok x')).
Proof. intros H; destruct (H R Rabs (fun _ => True) (var0 0) True I) as [[l L] _]; exact (Rabs_broken l L). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_bracket_eq_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_bracket_eq_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_bracket_ne_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_bracket_ne_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_bracket_lt_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_bracket_lt_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(u): u = 1/0, v = 2 *)
Lemma r_defined_bracket_le_needs_1 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), v_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 1 False 2 True). Qed.

(* without defined(v): u = 0, v = 1/0 *)
Lemma r_defined_bracket_le_needs_2 : ~ (forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> u_ok /\ v_ok).
Proof. intros H; refute (H 0 True 1 False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 1, v = 3 *)
Lemma r_defined_if_eq_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), j_ok -> ((i = j) -> u_ok) -> ((i <> j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i = j) -> u_ok) /\ ((i <> j) -> v_ok)).
Proof. intros H; refute (H 1 False 2 True 1 True 3 True). Qed.

(* without defined(j): i = 1, j = 1/0, u = 1, v = 3 *)
Lemma r_defined_if_eq_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> ((i = j) -> u_ok) -> ((i <> j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i = j) -> u_ok) /\ ((i <> j) -> v_ok)).
Proof. intros H; refute (H 1 True 1 False 1 True 3 True). Qed.

(* without i == j => defined(u): i = 1, j = 1, u = 1/0, v = 3 *)
Lemma r_defined_if_eq_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i <> j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i = j) -> u_ok) /\ ((i <> j) -> v_ok)).
Proof. intros H; refute (H 1 True 1 True 1 False 3 True). Qed.

(* without i != j => defined(v): i = 1, j = 2, u = 1, v = 1/0 *)
Lemma r_defined_if_eq_needs_4 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i = j) -> u_ok) -> (i_ok /\ j_ok) /\ ((i = j) -> u_ok) /\ ((i <> j) -> v_ok)).
Proof. intros H; refute (H 1 True 2 True 1 True 1 False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 1, v = 3 *)
Lemma r_defined_if_ne_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), j_ok -> ((i <> j) -> u_ok) -> ((i = j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <> j) -> u_ok) /\ ((i = j) -> v_ok)).
Proof. intros H; refute (H 1 False 2 True 1 True 3 True). Qed.

(* without defined(j): i = 1, j = 1/0, u = 1, v = 3 *)
Lemma r_defined_if_ne_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> ((i <> j) -> u_ok) -> ((i = j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <> j) -> u_ok) /\ ((i = j) -> v_ok)).
Proof. intros H; refute (H 1 True 1 False 1 True 3 True). Qed.

(* without i != j => defined(u): i = 1, j = 2, u = 1/0, v = 3 *)
Lemma r_defined_if_ne_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i = j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <> j) -> u_ok) /\ ((i = j) -> v_ok)).
Proof. intros H; refute (H 1 True 2 True 1 False 3 True). Qed.

(* without i == j => defined(v): i = 1, j = 1, u = 1, v = 1/0 *)
Lemma r_defined_if_ne_needs_4 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i <> j) -> u_ok) -> (i_ok /\ j_ok) /\ ((i <> j) -> u_ok) /\ ((i = j) -> v_ok)).
Proof. intros H; refute (H 1 True 1 True 1 True 1 False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 1, v = 3 *)
Lemma r_defined_if_lt_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), j_ok -> ((i < j) -> u_ok) -> ((j <= i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i < j) -> u_ok) /\ ((j <= i) -> v_ok)).
Proof. intros H; refute (H 1 False 2 True 1 True 3 True). Qed.

(* without defined(j): i = 1, j = 1/0, u = 1, v = 3 *)
Lemma r_defined_if_lt_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> ((i < j) -> u_ok) -> ((j <= i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i < j) -> u_ok) /\ ((j <= i) -> v_ok)).
Proof. intros H; refute (H 1 True 1 False 1 True 3 True). Qed.

(* without i < j => defined(u): i = 1, j = 2, u = 1/0, v = 3 *)
Lemma r_defined_if_lt_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((j <= i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i < j) -> u_ok) /\ ((j <= i) -> v_ok)).
Proof. intros H; refute (H 1 True 2 True 1 False 3 True). Qed.

(* without j <= i => defined(v): i = 1, j = 1, u = 1, v = 1/0 *)
Lemma r_defined_if_lt_needs_4 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i < j) -> u_ok) -> (i_ok /\ j_ok) /\ ((i < j) -> u_ok) /\ ((j <= i) -> v_ok)).
Proof. intros H; refute (H 1 True 1 True 1 True 1 False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 1, v = 3 *)
Lemma r_defined_if_le_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), j_ok -> ((i <= j) -> u_ok) -> ((j < i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <= j) -> u_ok) /\ ((j < i) -> v_ok)).
Proof. intros H; refute (H 1 False 2 True 1 True 3 True). Qed.

(* without defined(j): i = 1, j = 1/0, u = 1, v = 3 *)
Lemma r_defined_if_le_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> ((i <= j) -> u_ok) -> ((j < i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <= j) -> u_ok) /\ ((j < i) -> v_ok)).
Proof. intros H; refute (H 1 True 1 False 1 True 3 True). Qed.

(* without i <= j => defined(u): i = 1, j = 1, u = 1/0, v = 3 *)
Lemma r_defined_if_le_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((j < i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <= j) -> u_ok) /\ ((j < i) -> v_ok)).
Proof. intros H; refute (H 1 True 1 True 1 False 3 True). Qed.

(* without j < i => defined(v): i = 2, j = 1, u = 1, v = 1/0 *)
Lemma r_defined_if_le_needs_4 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i <= j) -> u_ok) -> (i_ok /\ j_ok) /\ ((i <= j) -> u_ok) /\ ((j < i) -> v_ok)).
Proof. intros H; refute (H 2 True 1 True 1 True 1 False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 2 *)
Lemma r_defined_guarded_eq_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), j_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i <> j)) u_ok u_zero).
Proof. intros H; refute (H 1 False 2 True 2 True False). Qed.

(* without defined(j): i = 1, j = 1/0, u = 2 *)
Lemma r_defined_guarded_eq_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i <> j)) u_ok u_zero).
Proof. intros H; refute (H 1 True 1 False 2 True False). Qed.

(* without i == j => defined(u): i = 1, j = 1, u = 1/0 *)
Lemma r_defined_guarded_eq_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i <> j)) u_ok u_zero).
Proof. intros H; refute (H 1 True 1 True 1 False False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 2 *)
Lemma r_defined_guarded_ne_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), j_ok -> ((i <> j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i = j)) u_ok u_zero).
Proof. intros H; refute (H 1 False 2 True 2 True False). Qed.

(* without defined(j): i = 1, j = 1/0, u = 2 *)
Lemma r_defined_guarded_ne_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> ((i <> j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i = j)) u_ok u_zero).
Proof. intros H; refute (H 1 True 1 False 2 True False). Qed.

(* without i != j => defined(u): i = 1, j = 2, u = 1/0 *)
Lemma r_defined_guarded_ne_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i = j)) u_ok u_zero).
Proof. intros H; refute (H 1 True 2 True 1 False False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 2 *)
Lemma r_defined_guarded_lt_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), j_ok -> ((i < j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j <= i)) u_ok u_zero).
Proof. intros H; refute (H 1 False 2 True 2 True False). Qed.

(* without defined(j): i = 1, j = 1/0, u = 2 *)
Lemma r_defined_guarded_lt_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> ((i < j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j <= i)) u_ok u_zero).
Proof. intros H; refute (H 1 True 1 False 2 True False). Qed.

(* without i < j => defined(u): i = 1, j = 2, u = 1/0 *)
Lemma r_defined_guarded_lt_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j <= i)) u_ok u_zero).
Proof. intros H; refute (H 1 True 2 True 1 False False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 2 *)
Lemma r_defined_guarded_le_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), j_ok -> ((i <= j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j < i)) u_ok u_zero).
Proof. intros H; refute (H 1 False 2 True 2 True False). Qed.

(* without defined(j): i = 1, j = 1/0, u = 2 *)
Lemma r_defined_guarded_le_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> ((i <= j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j < i)) u_ok u_zero).
Proof. intros H; refute (H 1 True 1 False 2 True False). Qed.

(* without i <= j => defined(u): i = 1, j = 1, u = 1/0 *)
Lemma r_defined_guarded_le_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j < i)) u_ok u_zero).
Proof. intros H; refute (H 1 True 1 True 1 False False). Qed.

(* without defined(i): i = 1/0, j = 2, u = 1 *)
Lemma r_defined_guarded_delta_needs_1 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), j_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) u_ok u_zero).
Proof. intros H; refute (H 1 False 2 True 1 True False). Qed.

(* without defined(j): i = 1, j = 1/0, u = 2 *)
Lemma r_defined_guarded_delta_needs_2 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) u_ok u_zero).
Proof. intros H; refute (H 1 True 1 False 2 True False). Qed.

(* without i == j => defined(u): i = 3, j = 3, u = 1/0 *)
Lemma r_defined_guarded_delta_needs_3 : ~ (forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) u_ok u_zero).
Proof. intros H; refute (H 3 True 3 True 1 False False). Qed.

(* without defined(v*u): u = 0, v = 1/0 *)
Lemma r_defined_mul_commute_needs_1 : ~ (forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop), mul_ok u_ok u_zero v_ok v_zero).
Proof. intros H; refute (H 0 True False 1 False False). Qed.

(* without defined(u*(v*w)): u = 0, v = 1/0, w = 2 *)
Lemma r_defined_mul_associate_needs_1 : ~ (forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop) (w : R) (w_ok w_zero : Prop), mul_ok (mul_ok u_ok u_zero v_ok v_zero) (u_zero \/ v_zero) w_ok w_zero).
Proof. intros H; refute (H 0 True False 1 False False 2 True False). Qed.

(* without defined((u*v)*w): u = 0, v = 1/0, w = 2 *)
Lemma r_defined_mul_regroup_needs_1 : ~ (forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop) (w : R) (w_ok w_zero : Prop), mul_ok u_ok u_zero (mul_ok v_ok v_zero w_ok w_zero) (v_zero \/ w_zero)).
Proof. intros H; refute (H 0 True False 1 False False 2 True False). Qed.

(* without u < v: u = 0, v = 0 *)
Lemma r_ne_of_less_needs_1 : ~ (forall (u v : R), u <> v).
Proof. intros H; refute (H 0 0). Qed.

(* without v < u: u = 0, v = 0 *)
Lemma r_ne_of_greater_needs_1 : ~ (forall (u v : R), u <> v).
Proof. intros H; refute (H 0 0). Qed.

(* without u < v: u = 3, v = 0 *)
Lemma r_le_of_less_needs_1 : ~ (forall (u v : R), u <= v).
Proof. intros H; refute (H 3 0). Qed.

(* without 0 < u: u = -1, v = 1 *)
Lemma r_log_injective_needs_1 : ~ (forall (u v : R), 0 < v -> (ln u) = (ln v) -> u = v).
Proof. intros H; refute (H (-1) 1). Qed.

(* without 0 < v: u = 1, v = -1 *)
Lemma r_log_injective_needs_2 : ~ (forall (u v : R), 0 < u -> (ln u) = (ln v) -> u = v).
Proof. intros H; refute (H 1 (-1)). Qed.

(* without log(u) == log(v): u = 1, v = 2 *)
Lemma r_log_injective_needs_3 : ~ (forall (u v : R), 0 < u -> 0 < v -> u = v).
Proof. intros H; refute (H 1 2). Qed.

(* without u in 0..1: u = 2 *)
Lemma r_idempotent_range_needs_1 : ~ (forall (u : R), (u * u) = u).
Proof. intros H; refute (H 2). Qed.

(* without u <= v: u = 3, v = 0 *)
Lemma r_eq_of_le_needs_1 : ~ (forall (u v : R), v <= u -> u = v).
Proof. intros H; refute (H 3 0). Qed.

(* without v <= u: u = 1, v = 2 *)
Lemma r_eq_of_le_needs_2 : ~ (forall (u v : R), u <= v -> u = v).
Proof. intros H; refute (H 1 2). Qed.

(* without u <= v: u = 3, v = 0 *)
Lemma r_lt_of_le_ne_needs_1 : ~ (forall (u v : R), u <> v -> u < v).
Proof. intros H; refute (H 3 0). Qed.

(* without u != v: u = 0, v = 0 *)
Lemma r_lt_of_le_ne_needs_2 : ~ (forall (u v : R), u <= v -> u < v).
Proof. intros H; refute (H 0 0). Qed.

(* without 0 < u: u = 0, v = 0 *)
Lemma r_positive_add_needs_1 : ~ (forall (u v : R), 0 <= v -> 0 < (u + v)).
Proof. intros H; refute (H 0 0). Qed.

(* without 0 <= v: u = 1, v = -1 *)
Lemma r_positive_add_needs_2 : ~ (forall (u v : R), 0 < u -> 0 < (u + v)).
Proof. intros H; refute (H 1 (-1)). Qed.

(* without 0 <= u: u = -2, v = 2 *)
Lemma r_positive_add_right_needs_1 : ~ (forall (u v : R), 0 < v -> 0 < (u + v)).
Proof. intros H; refute (H (-2) 2). Qed.

(* without 0 < v: u = 0, v = 0 *)
Lemma r_positive_add_right_needs_2 : ~ (forall (u v : R), 0 <= u -> 0 < (u + v)).
Proof. intros H; refute (H 0 0). Qed.

(* without 0 <= u: u = -1, v = 0 *)
Lemma r_nonneg_add_needs_1 : ~ (forall (u v : R), 0 <= v -> 0 <= (u + v)).
Proof. intros H; refute (H (-1) 0). Qed.

(* without 0 <= v: u = 1, v = -2 *)
Lemma r_nonneg_add_needs_2 : ~ (forall (u v : R), 0 <= u -> 0 <= (u + v)).
Proof. intros H; refute (H 1 (-2)). Qed.

(* without 0 < u: u = 0, v = 3 *)
Lemma r_positive_mul_needs_1 : ~ (forall (u v : R), 0 < v -> 0 < (u * v)).
Proof. intros H; refute (H 0 3). Qed.

(* without 0 < v: u = 3, v = 0 *)
Lemma r_positive_mul_needs_2 : ~ (forall (u v : R), 0 < u -> 0 < (u * v)).
Proof. intros H; refute (H 3 0). Qed.

(* without 0 <= u: u = -2, v = 2 *)
Lemma r_nonneg_mul_needs_1 : ~ (forall (u v : R), 0 <= v -> 0 <= (u * v)).
Proof. intros H; refute (H (-2) 2). Qed.

(* without 0 <= v: u = 1, v = -1 *)
Lemma r_nonneg_mul_needs_2 : ~ (forall (u v : R), 0 <= u -> 0 <= (u * v)).
Proof. intros H; refute (H 1 (-1)). Qed.

(* without 0 < u: u = 0, v = 3 *)
Lemma r_positive_div_needs_1 : ~ (forall (u v : R), 0 < v -> 0 < (u / v)).
Proof. intros H; refute (H 0 3). Qed.

(* without 0 < v: u = 3, v = 0 *)
Lemma r_positive_div_needs_2 : ~ (forall (u v : R), 0 < u -> 0 < (u / v)).
Proof. intros H; refute (H 3 0). Qed.

(* without 0 <= u: u = -2, v = 2 *)
Lemma r_nonneg_div_needs_1 : ~ (forall (u v : R), 0 < v -> 0 <= (u / v)).
Proof. intros H; refute (H (-2) 2). Qed.

(* without 0 < v: u = 3, v = 0 *)
Lemma r_nonneg_div_needs_2 : ~ (forall (u v : R), 0 <= u -> 0 <= (u / v)).
Proof. intros H; refute (H 1 (-1)). Qed.

(* without 0 < u: u = 0, v = 3 *)
Lemma r_positive_pow_needs_1 : ~ (forall (u v : R), 0 < (Pow u v)).
Proof. intros H; refute (H 0 1). Qed.

(* without 0 <= u: u = -1, v = 1 *)
Lemma r_nonneg_pow_needs_1 : ~ (forall (u v : R), 0 <= v -> 0 <= (Pow u v)).
Proof. intros H; refute (H (-1) 1). Qed.

(* without 0 <= v: u = 0, v = -1 *)
(* r_nonneg_pow_needs_2: holds without it in Coq: no power of u >= 0 is negative: 0 to a negative power is / 0 = 0 *)

(* without u != 0: u = 0 *)
Lemma r_positive_square_needs_1 : ~ (forall (u : R), 0 < (Pow u 2)).
Proof. intros H; refute (H 0). Qed.

(* without 0 < u: u = 0 *)
Lemma r_positive_sqrt_needs_1 : ~ (forall (u : R), 0 < (sqrt u)).
Proof. intros H; refute (H 0). Qed.

(* without 0 <= u: u = -2 *)
(* r_nonneg_sqrt_needs_1: holds without it in Coq: sqrt is 0 below 0 *)

(* without u != 0: u = 0 *)
Lemma r_positive_abs_needs_1 : ~ (forall (u : R), 0 < (Rabs u)).
Proof. intros H; refute (H 0). Qed.

(* without 1 < u: u = 0 *)
Lemma r_positive_log_needs_1 : ~ (forall (u : R), 0 < (ln u)).
Proof. intros H; refute (H 0). Qed.

(* without 1 <= u: u = 0 *)
Lemma r_nonneg_log_needs_1 : ~ (forall (u : R), 0 <= (ln u)).
Proof. intros H; refute (H (1/2)). Qed.

(* without 0 < u: u = 0 *)
(* r_log_nonpos_needs_1: holds without it in Coq: ln is 0 for u <= 0 *)

(* without u <= 1: u = 2 *)
Lemma r_log_nonpos_needs_2 : ~ (forall (u : R), 0 < u -> (ln u) <= 0).
Proof. intros H; refute (H 2). Qed.

(* without 0 < u: u = 0 *)
Lemma r_log_negative_needs_1 : ~ (forall (u : R), u < 1 -> (ln u) < 0).
Proof. intros H; refute (H 0). Qed.

(* without u < 1: u = 2 *)
Lemma r_log_negative_needs_2 : ~ (forall (u : R), 0 < u -> (ln u) < 0).
Proof. intros H; refute (H 2). Qed.

(* without u <= 0: u = 2 *)
Lemma r_exp_at_most_one_needs_1 : ~ (forall (u : R), (exp u) <= 1).
Proof. intros H; refute (H 2). Qed.

(* without 0 < u: u = 0 *)
Lemma r_exp_above_one_needs_1 : ~ (forall (u : R), 1 < (exp u)).
Proof. intros H; refute (H 0). Qed.

(* without integer(u): u = 1/2 *)
(* r_positive_factorial_needs_1: holds without it in Coq: Fact is positive everywhere *)

(* without 0 <= u: u = -1 *)
(* r_positive_factorial_needs_2: holds without it in Coq: Fact is positive everywhere *)

(* without integer(a): a = 3/2, b = 3/2, F(k) = k *)
Lemma r_positive_sum_needs_1 : ~ (forall (a b : R) (F : R -> R), a <= b -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Sum a b (fun k => F k))).
Proof. intros H; refute (H (3/2) (3/2) (fun k => k)). Qed.

(* without a <= b: a = 3, b = 1, F(k) = 2 *)
Lemma r_positive_sum_needs_2 : ~ (forall (a b : R) (F : R -> R), is_int a -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 3 1 (fun _ => 2)). Qed.

(* without forall k in a..b: 0 < F(k): a = 0, b = 3, F(k) = 0 *)
Lemma r_positive_sum_needs_3 : ~ (forall (a b : R) (F : R -> R), is_int a -> a <= b -> 0 < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 1 (fun _ => 0)). Qed.

(* without forall k in a..b: 0 <= F(k): a = 3, b = 3, F(k) = -k *)
Lemma r_nonneg_sum_needs_1 : ~ (forall (a b : R) (F : R -> R), 0 <= (Sum a b (fun k => F k))).
Proof. intros H; refute (H 3 3 (fun k => -k)). Qed.

(* without forall k in a..b: 0 < F(k): a = 0, b = 3, F(k) = 0 *)
Lemma r_positive_prod_needs_1 : ~ (forall (a b : R) (F : R -> R), 0 < (Prod a b (fun k => F k))).
Proof. intros H; refute (H 1 1 (fun _ => 0)). Qed.

(* without forall k in a..b: 0 <= F(k): a = 3, b = 3, F(k) = -k *)
Lemma r_nonneg_prod_needs_1 : ~ (forall (a b : R) (F : R -> R), 0 <= (Prod a b (fun k => F k))).
Proof. intros H; refute (H 3 3 (fun k => -k)). Qed.

(* without j in a..b: a = 1, b = 0, j = 1, F(k) = 1 *)
Lemma r_le_max_needs_1 : ~ (forall (a b j : R) (F : R -> R), (F j) <= (Max a b (fun k => F k))).
Proof. intros H; refute (H 1 0 1 (fun _ => 1)). Qed.

(* without j in a..b: a = 1, b = 0, j = 1, F(k) = 1 *)
Lemma r_min_le_needs_1 : ~ (forall (a b j : R) (F : R -> R), (Min a b (fun k => F k)) <= (F j)).
Proof. intros H; refute (H 1 0 1 (fun _ => -1)). Qed.

(* without integer(a): a = 1/2, b = 1/2, u = 1, F(k) = 2 *)
Lemma r_max_le_needs_1 : ~ (forall (a b u : R) (F : R -> R), a <= b -> (forall k, range k a b -> (F k) <= u) -> (Max a b (fun k => F k)) <= u).
Proof. intros H; refute (H (1/2) (1/2) (-1) (fun _ => -2)). Qed.

(* without a <= b: a = 1, b = 0, u = 1, F(k) = 1 *)
Lemma r_max_le_needs_2 : ~ (forall (a b u : R) (F : R -> R), is_int a -> (forall k, range k a b -> (F k) <= u) -> (Max a b (fun k => F k)) <= u).
Proof. intros H; refute (H 1 0 (-1) (fun _ => -2)). Qed.

(* without forall k in a..b: F(k) <= u: a = 0, b = 3, u = 1, F(k) = k *)
Lemma r_max_le_needs_3 : ~ (forall (a b u : R) (F : R -> R), is_int a -> a <= b -> (Max a b (fun k => F k)) <= u).
Proof. intros H; refute (H 1 2 1 (fun k => k)). Qed.

(* without integer(a): a = 3/2, b = 3/2, F(k) = k *)
Lemma r_positive_max_needs_1 : ~ (forall (a b : R) (F : R -> R), a <= b -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Max a b (fun k => F k))).
Proof. intros H; refute (H (3/2) (3/2) (fun k => k)). Qed.

(* without a <= b: a = 3, b = 1, F(k) = 2 *)
Lemma r_positive_max_needs_2 : ~ (forall (a b : R) (F : R -> R), is_int a -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Max a b (fun k => F k))).
Proof. intros H; refute (H 3 1 (fun _ => 2)). Qed.

(* without forall k in a..b: 0 < F(k): a = 0, b = 3, F(k) = 0 *)
Lemma r_positive_max_needs_3 : ~ (forall (a b : R) (F : R -> R), is_int a -> a <= b -> 0 < (Max a b (fun k => F k))).
Proof. intros H; refute (H 1 1 (fun _ => 0)). Qed.

(* without i == j => 0 < u: i = 0, j = 0, u = 0, v = 0 *)
Lemma r_positive_if_eq_needs_1 : ~ (forall (i j u v : R), ((i <> j) -> (0 < v)) -> 0 < (if (eq_dec i j) then u else v)).
Proof. intros H; refute (H 0 0 0 0). Qed.

(* without i != j => 0 < v: i = 1, j = 0, u = 1, v = 0 *)
Lemma r_positive_if_eq_needs_2 : ~ (forall (i j u v : R), ((i = j) -> (0 < u)) -> 0 < (if (eq_dec i j) then u else v)).
Proof. intros H; refute (H 1 0 1 0). Qed.

(* without i != j => 0 < u: i = 1, j = 3, u = 0, v = 3 *)
Lemma r_positive_if_ne_needs_1 : ~ (forall (i j u v : R), ((i = j) -> (0 < v)) -> 0 < (if (ne_dec i j) then u else v)).
Proof. intros H; refute (H 1 3 0 3). Qed.

(* without i == j => 0 < v: i = 2, j = 2, u = 1, v = 0 *)
Lemma r_positive_if_ne_needs_2 : ~ (forall (i j u v : R), ((i <> j) -> (0 < u)) -> 0 < (if (ne_dec i j) then u else v)).
Proof. intros H; refute (H 2 2 1 0). Qed.

(* without a <= b => 0 < u: a = 1, b = 3, u = 0, v = 3 *)
Lemma r_positive_if_le_needs_1 : ~ (forall (a b u v : R), ((b < a) -> (0 < v)) -> 0 < (if (le_dec a b) then u else v)).
Proof. intros H; refute (H 1 3 0 3). Qed.

(* without b < a => 0 < v: a = 1, b = 0, u = 1, v = 0 *)
Lemma r_positive_if_le_needs_2 : ~ (forall (a b u v : R), ((a <= b) -> (0 < u)) -> 0 < (if (le_dec a b) then u else v)).
Proof. intros H; refute (H 1 0 1 0). Qed.

(* without a < b => 0 < u: a = 1, b = 3, u = 0, v = 3 *)
Lemma r_positive_if_lt_needs_1 : ~ (forall (a b u v : R), ((b <= a) -> (0 < v)) -> 0 < (if (lt_dec a b) then u else v)).
Proof. intros H; refute (H 1 3 0 3). Qed.

(* without b <= a => 0 < v: a = 1, b = 0, u = 1, v = 0 *)
Lemma r_positive_if_lt_needs_2 : ~ (forall (a b u v : R), ((a < b) -> (0 < u)) -> 0 < (if (lt_dec a b) then u else v)).
Proof. intros H; refute (H 1 0 1 0). Qed.

(* without u != 0: u = 0, v = 3 *)
Lemma r_nonzero_mul_needs_1 : ~ (forall (u v : R), v <> 0 -> (u * v) <> 0).
Proof. intros H; refute (H 0 3). Qed.

(* without v != 0: u = 3, v = 0 *)
Lemma r_nonzero_mul_needs_2 : ~ (forall (u v : R), u <> 0 -> (u * v) <> 0).
Proof. intros H; refute (H 3 0). Qed.

(* without u != 0: u = 0, v = 3 *)
Lemma r_nonzero_div_needs_1 : ~ (forall (u v : R), v <> 0 -> (u / v) <> 0).
Proof. intros H; refute (H 0 3). Qed.

(* without v != 0: u = 3, v = 0 *)
Lemma r_nonzero_div_needs_2 : ~ (forall (u v : R), u <> 0 -> (u / v) <> 0).
Proof. intros H; refute (H 3 0). Qed.

(* without u != v: u = 0, v = 0 *)
Lemma r_nonzero_sub_needs_1 : ~ (forall (u v : R), (u - v) <> 0).
Proof. intros H; refute (H 0 0). Qed.

(* without u - v != 0: u = 0, v = 0 *)
Lemma r_ne_of_difference_needs_1 : ~ (forall (u v : R), u <> v).
Proof. intros H; refute (H 0 0). Qed.

(* without u != 0: u = 0 *)
Lemma r_nonzero_neg_needs_1 : ~ (forall (u : R), (- u) <> 0).
Proof. intros H; refute (H 0). Qed.

(* without u != 0: u = 0, v = 2 *)
Lemma r_nonzero_pow_needs_1 : ~ (forall (u v : R), is_int v -> (Pow u v) <> 0).
Proof. intros H; refute (H 0 2). Qed.

(* without integer(v): u = -1, v = 1/2 *)
(* r_nonzero_pow_needs_2: holds without it in Coq: a power with an exponent that is not whole is exp (v * ln u) *)

(* without forall k in a..b: F(k) != 0: a = 0, b = 3, F(k) = 0 *)
Lemma r_nonzero_prod_needs_1 : ~ (forall (a b : R) (F : R -> R), (Prod a b (fun k => F k)) <> 0).
Proof. intros H; refute (H 1 1 (fun _ => 0)). Qed.

(* without i in a..b: i = 2, a = 3, b = 0 *)
Lemma r_in_range_lower_needs_1 : ~ (forall (i a b : R), a <= i).
Proof. intros H; refute (H 2 3 0). Qed.

(* without i in a..b: i = 2, a = 3, b = 0 *)
Lemma r_in_range_upper_needs_1 : ~ (forall (i a b : R), i <= b).
Proof. intros H; refute (H 2 3 0). Qed.

(* without i in a..b: i = 3/2, a = 0, b = 1 *)
Lemma r_in_range_integer_needs_1 : ~ (forall (i a b : R), is_int i).
Proof. intros H; refute (H (3/2) 0 1). Qed.

(* without integer(i): i = 3/2, a = 0, b = 2 *)
Lemma r_in_range_needs_1 : ~ (forall (i a b : R), a <= i -> i <= b -> range i a b).
Proof. intros H; refute (H (3/2) 0 2). Qed.

(* without a <= i: i = 1, a = 2, b = 3 *)
Lemma r_in_range_needs_2 : ~ (forall (i a b : R), is_int i -> i <= b -> range i a b).
Proof. intros H; refute (H 1 2 3). Qed.

(* without i <= b: i = 2, a = 1, b = 1 *)
Lemma r_in_range_needs_3 : ~ (forall (i a b : R), is_int i -> a <= i -> range i a b).
Proof. intros H; refute (H 2 1 1). Qed.

(* without i < a: i = 2, a = 2, b = 3 *)
Lemma r_not_in_range_below_needs_1 : ~ (forall (i a b : R), ~ (range i a b)).
Proof. intros H; refute (H 2 2 3). Qed.

(* without b < i: i = 2, a = 2, b = 3 *)
Lemma r_not_in_range_above_needs_1 : ~ (forall (i a b : R), ~ (range i a b)).
Proof. intros H; refute (H 2 2 3). Qed.

(* without u < v: u = 0, v = 0 *)
Lemma r_integer_less_needs_1 : ~ (forall (u v : R), is_int u -> is_int v -> (u + 1) <= v).
Proof. intros H; refute (H 0 0). Qed.

(* without integer(u): u = 3/2, v = 2 *)
Lemma r_integer_less_needs_2 : ~ (forall (u v : R), u < v -> is_int v -> (u + 1) <= v).
Proof. intros H; refute (H (3/2) 2). Qed.

(* without integer(v): u = 0, v = 1/2 *)
Lemma r_integer_less_needs_3 : ~ (forall (u v : R), u < v -> is_int u -> (u + 1) <= v).
Proof. intros H; refute (H 0 (1/2)). Qed.

(* without integer(u): u = 1/2, v = 3 *)
Lemma r_integer_add_needs_1 : ~ (forall (u v : R), is_int v -> is_int (u + v)).
Proof. intros H; refute (H (1/2) 1). Qed.

(* without integer(v): u = 2, v = 1/2 *)
Lemma r_integer_add_needs_2 : ~ (forall (u v : R), is_int u -> is_int (u + v)).
Proof. intros H; refute (H 2 (1/2)). Qed.

(* without integer(u): u = 1/2, v = 3 *)
Lemma r_integer_sub_needs_1 : ~ (forall (u v : R), is_int v -> is_int (u - v)).
Proof. intros H; refute (H (1/2) 1). Qed.

(* without integer(v): u = 2, v = 1/2 *)
Lemma r_integer_sub_needs_2 : ~ (forall (u v : R), is_int u -> is_int (u - v)).
Proof. intros H; refute (H 2 (1/2)). Qed.

(* without integer(u): u = 1/2, v = 3 *)
Lemma r_integer_mul_needs_1 : ~ (forall (u v : R), is_int v -> is_int (u * v)).
Proof. intros H; refute (H (1/2) 3). Qed.

(* without integer(v): u = 1, v = 3/2 *)
Lemma r_integer_mul_needs_2 : ~ (forall (u v : R), is_int u -> is_int (u * v)).
Proof. intros H; refute (H 1 (3/2)). Qed.

(* without integer(u): u = 1/2 *)
Lemma r_integer_neg_needs_1 : ~ (forall (u : R), is_int (- u)).
Proof. intros H; refute (H (1/2)). Qed.

(* without forall k in a..b: integer(F(k)): a = 3, b = 3, F(k) = k/2 *)
Lemma r_integer_sum_needs_1 : ~ (forall (a b : R) (F : R -> R), is_int (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 1 (fun _ => 1/2)). Qed.

(* without i == j => integer(u): i = 2, j = 2, u = 1/2, v = 0 *)
Lemma r_integer_if_eq_needs_1 : ~ (forall (i j u v : R), ((i <> j) -> (is_int v)) -> is_int (if (eq_dec i j) then u else v)).
Proof. intros H; refute (H 2 2 (1/2) 0). Qed.

(* without i != j => integer(v): i = 2, j = 0, u = 0, v = 3/2 *)
Lemma r_integer_if_eq_needs_2 : ~ (forall (i j u v : R), ((i = j) -> (is_int u)) -> is_int (if (eq_dec i j) then u else v)).
Proof. intros H; refute (H 2 0 0 (3/2)). Qed.

(* without 0 < u: u = -1 *)
Lemma r_log_tangent_needs_1 : ~ (forall (u : R), (ln u) <= (u - 1)).
Proof. intros H; refute (H (-1)). Qed.

(* without 0 < u: u = -1 *)
Lemma r_log_tangent_below_needs_1 : ~ (forall (u : R), (1 - (1 / u)) <= (ln u)).
Proof. intros H; refute (H (-1)). Qed.

(* without forall k in a..b: 0 <= P(k): a = 1, b = 2, P(k) = 4*k - 5, Q(k) = 1 *)
Lemma r_gibbs_needs_1 : ~ (forall (a b : R) (P Q : R -> R), (forall k, range k a b -> 0 < (Q k)) -> (Sum a b (fun k => Q k)) <= (Sum a b (fun k => P k)) -> (Sum a b (fun k => (P k) * (ln (Q k)))) <= (Sum a b (fun k => (P k) * (ln (P k))))).
Proof.
  intros H; assert (A := exp_pos (- (7))); assert (B : exp (- (7)) < 1) by (rewrite <- exp_0;
    apply exp_increasing; lra); assert (C : ln 3 <= 2) by (assert (T := ln_tangent 3); lra);
    specialize (H 1 2 (fun k => 4 * k - 5) (fun k => exp (7 * (k - 2)))); cbv beta in H;
    assert (P : forall k : R, range k 1 2 -> 0 < exp (7 * (k - 2))) by (intros; apply exp_pos);
    specialize (H P); revert H; rewrite !(Sum_two 1) by four; rewrite !ln_exp;
    replace (7 * (1 - 2)) with (- (7)) by lra; rewrite (exp_at_0 (7 * (1 + 1 - 2))) by lra;
    rewrite (ln_of_nonpos (4 * 1 - 5)) by lra; replace (4 * (1 + 1) - 5) with 3 by lra; lra.
Qed.

(* without forall k in a..b: 0 < Q(k): a = 1, b = 1, P(k) = 1, Q(k) = 0 *)
Lemma r_gibbs_needs_2 : ~ (forall (a b : R) (P Q : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => Q k)) <= (Sum a b (fun k => P k)) -> (Sum a b (fun k => (P k) * (ln (Q k)))) <= (Sum a b (fun k => (P k) * (ln (P k))))).
Proof. intros H; refute (H 1 1 (fun _ => 1/2) (fun _ => 0)). Qed.

(* without sum(k in a..b, Q(k)) <= sum(k in a..b, P(k)): a = 1, b = 1, P(k) = 1, Q(k) = 2 *)
Lemma r_gibbs_needs_3 : ~ (forall (a b : R) (P Q : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (forall k, range k a b -> 0 < (Q k)) -> (Sum a b (fun k => (P k) * (ln (Q k)))) <= (Sum a b (fun k => (P k) * (ln (P k))))).
Proof. intros H; refute (H 1 1 (fun _ => 1) (fun _ => 2)). Qed.

(* without forall k in a..b: 0 <= P(k): a = 1, b = 2, P(k) = 5 - 3*k, X(k) = 3 - k *)
Lemma r_jensen_log_needs_1 : ~ (forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 < (X k)) -> (Sum a b (fun k => P k)) = 1 -> (Sum a b (fun k => (P k) * (ln (X k)))) <= (ln (Sum a b (fun k => (P k) * (X k))))).
Proof.
  intros H; assert (A : ln 3 < ln (2 * 2)) by (apply ln_increasing; lra); rewrite ln_mult in A by lra;
    specialize (H 1 2 (fun k => 5 - 3 * k) (fun k => 3 - k)); premises H; revert H;
    rewrite !(Sum_two 1) by four;
    replace ((5 - 3 * 1) * (3 - 1) + (5 - 3 * (1 + 1)) * (3 - (1 + 1))) with 3 by lra;
    replace (3 - 1) with 2 by lra; rewrite (ln_at_1 (3 - (1 + 1))) by lra; lra.
Qed.

(* without forall k in a..b: 0 < X(k): a = 1, b = 2, P(k) = 1/2, X(k) = 5*k - 6 *)
Lemma r_jensen_log_needs_2 : ~ (forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => P k)) = 1 -> (Sum a b (fun k => (P k) * (ln (X k)))) <= (ln (Sum a b (fun k => (P k) * (X k))))).
Proof. intros H; refute (H 1 2 (fun _ => 1/2) (fun k => 4*k - 5)). Qed.

(* without sum(k in a..b, P(k)) == 1: a = 1, b = 1, P(k) = 2, X(k) = 4 *)
Lemma r_jensen_log_needs_3 : ~ (forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (forall k, range k a b -> 0 < (X k)) -> (Sum a b (fun k => (P k) * (ln (X k)))) <= (ln (Sum a b (fun k => (P k) * (X k))))).
Proof. intros H; refute (H 1 1 (fun _ => 1/2) (fun _ => 2)). Qed.

(* without forall k in a..b: 0 <= P(k): a = 1, b = 2, P(k) = 3*k - 4, X(k) = -k *)
Lemma r_jensen_exp_needs_1 : ~ (forall (a b : R) (P X : R -> R), (Sum a b (fun k => P k)) = 1 -> (exp (Sum a b (fun k => (P k) * (X k)))) <= (Sum a b (fun k => (P k) * (exp (X k))))).
Proof. intros H; refute (H 1 2 (fun k => 5 - 3*k) (fun k => k - 1)). Qed.

(* without sum(k in a..b, P(k)) == 1: a = 1, b = 1, P(k) = 2, X(k) = 3 *)
Lemma r_jensen_exp_needs_2 : ~ (forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (exp (Sum a b (fun k => (P k) * (X k)))) <= (Sum a b (fun k => (P k) * (exp (X k))))).
Proof. intros H; refute (H 1 1 (fun _ => 0) (fun _ => 0)). Qed.

(* without forall k in a..b: F(k) <= G(k): a = 1, b = 1, F(k) = 1, G(k) = 0 *)
Lemma r_sum_le_needs_1 : ~ (forall (a b : R) (F G : R -> R), (Sum a b (fun k => F k)) <= (Sum a b (fun k => G k))).
Proof. intros H; refute (H 1 1 (fun _ => 1) (fun _ => 0)). Qed.

(* without integer(a): a = 1/2, b = 1/2, F(k) = 0 *)
Lemma r_max_in_sum_needs_1 : ~ (forall (a b : R) (F : R -> R), a <= b -> (exp (Max a b (fun k => F k))) <= (Sum a b (fun k => exp (F k)))).
Proof. intros H; refute (H (1/2) (1/2) (fun _ => 0)). Qed.

(* without a <= b: a = 2, b = 1, F(k) = 0 *)
Lemma r_max_in_sum_needs_2 : ~ (forall (a b : R) (F : R -> R), is_int a -> (exp (Max a b (fun k => F k))) <= (Sum a b (fun k => exp (F k)))).
Proof. intros H; refute (H 2 1 (fun _ => 0)). Qed.

(* without a <= b: a = 3, b = 1, F(k) = 0 *)
Lemma r_sum_below_max_needs_1 : ~ (forall (a b : R) (F : R -> R), (Sum a b (fun k => exp (F k))) <= (((b - a) + 1) * (exp (Max a b (fun k => F k))))).
Proof. intros H; refute (H 3 1 (fun _ => 0)). Qed.

(* without 0 < v: u = 1, v = -1, w = -2 *)
Lemma r_div_le_needs_1 : ~ (forall (u v w : R), u <= (w * v) -> (u / v) <= w).
Proof. intros H; refute (H 1 (-1) (-2)). Qed.

(* without u <= w*v: u = 2, v = 1, w = 1 *)
Lemma r_div_le_needs_2 : ~ (forall (u v w : R), 0 < v -> (u / v) <= w).
Proof. intros H; refute (H 2 1 1). Qed.

(* without 0 < v: u = 1, v = -1, w = 0 *)
Lemma r_le_div_needs_1 : ~ (forall (u v w : R), (w * v) <= u -> w <= (u / v)).
Proof. intros H; refute (H 1 (-1) 0). Qed.

(* without w*v <= u: u = 1, v = 1, w = 2 *)
Lemma r_le_div_needs_2 : ~ (forall (u v w : R), 0 < v -> w <= (u / v)).
Proof. intros H; refute (H 1 1 2). Qed.

(* without j in a..b: a = 1, b = 1, j = 2, F(k) = k *)
Lemma r_term_le_sum_needs_1 : ~ (forall (a b j : R) (F : R -> R), (forall k, range k a b -> 0 <= (F k)) -> (F j) <= (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 1 2 (fun k => k)). Qed.

(* without forall k in a..b: 0 <= F(k): a = 1, b = 2, j = 1, F(k) = 3 - 2*k *)
Lemma r_term_le_sum_needs_2 : ~ (forall (a b j : R) (F : R -> R), range j a b -> (F j) <= (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 2 1 (fun k => 3 - 2*k)). Qed.

(* without 0 < w: u = 2, v = 1, w = -1 *)
Lemma r_scale_le_needs_1 : ~ (forall (u v w : R), (w * u) <= (w * v) -> u <= v).
Proof. intros H; refute (H 2 1 (-1)). Qed.

(* without w*u <= w*v: u = 2, v = 1, w = 1 *)
Lemma r_scale_le_needs_2 : ~ (forall (u v w : R), 0 < w -> u <= v).
Proof. intros H; refute (H 2 1 1). Qed.

(* without 0 <= u: u = -1, v = -1 *)
Lemma r_nonpos_mul_needs_1 : ~ (forall (u v : R), v <= 0 -> (u * v) <= 0).
Proof. intros H; refute (H (-1) (-1)). Qed.

(* without v <= 0: u = 1, v = 1 *)
Lemma r_nonpos_mul_needs_2 : ~ (forall (u v : R), 0 <= u -> (u * v) <= 0).
Proof. intros H; refute (H 1 1). Qed.

(* without forall k in a..b: F(k) <= 0: a = 1, b = 1, F(k) = 1 *)
Lemma r_nonpos_sum_needs_1 : ~ (forall (a b : R) (F : R -> R), (Sum a b (fun k => F k)) <= 0).
Proof. intros H; refute (H 1 1 (fun _ => 1)). Qed.

(* without integer(a): a = 1/2, b = 1/2, F(k) = 0 *)
Lemma r_max_term_is_one_needs_1 : ~ (forall (a b : R) (F : R -> R), a <= b -> 1 <= (Sum a b (fun k => exp ((F k) - (Max a b (fun k_1 => F k_1)))))).
Proof. intros H; refute (H (1/2) (1/2) (fun _ => 0)). Qed.

(* without a <= b: a = 3, b = 1, F(k) = 0 *)
Lemma r_max_term_is_one_needs_2 : ~ (forall (a b : R) (F : R -> R), is_int a -> 1 <= (Sum a b (fun k => exp ((F k) - (Max a b (fun k_1 => F k_1)))))).
Proof. intros H; refute (H 3 1 (fun _ => 0)). Qed.

(* without 0 < u: u = -1, v = 1/2 *)
Lemma r_log_monotone_needs_1 : ~ (forall (u v : R), u <= v -> (ln u) <= (ln v)).
Proof. intros H; refute (H (-1) (1/2)). Qed.

(* without u <= v: u = 2, v = 1 *)
Lemma r_log_monotone_needs_2 : ~ (forall (u v : R), 0 < u -> (ln u) <= (ln v)).
Proof. intros H; refute (H 2 1). Qed.

(* without u <= v: u = 2, v = 1 *)
Lemma r_exp_monotone_needs_1 : ~ (forall (u v : R), (exp u) <= (exp v)).
Proof. intros H; refute (H 1 0). Qed.

(* without 0 <= u: u = -1, v = 1 *)
(* r_sqrt_monotone_needs_1: holds without it in Coq: sqrt is 0 below 0 *)

(* without u <= v: u = 2, v = 1 *)
Lemma r_sqrt_monotone_needs_2 : ~ (forall (u v : R), 0 <= u -> (sqrt u) <= (sqrt v)).
Proof. intros H; refute (H 4 1). Qed.

(* without u <= v: u = 1, v = 0 *)
Lemma r_abs_le_needs_1 : ~ (forall (u v : R), (- u) <= v -> (Rabs u) <= v).
Proof. intros H; refute (H 1 0). Qed.

(* without -u <= v: u = -1, v = 0 *)
Lemma r_abs_le_needs_2 : ~ (forall (u v : R), u <= v -> (Rabs u) <= v).
Proof. intros H; refute (H (-1) 0). Qed.

(* without u <= w: u = 1, v = 0, w = 0 *)
Lemma r_maximum_le_needs_1 : ~ (forall (u v w : R), v <= w -> (Rmax u v) <= w).
Proof. intros H; refute (H 1 0 0). Qed.

(* without v <= w: u = 0, v = 1, w = 0 *)
Lemma r_maximum_le_needs_2 : ~ (forall (u v w : R), u <= w -> (Rmax u v) <= w).
Proof. intros H; refute (H 0 1 0). Qed.

(* without 0 <= w: w = -1, u = 0, v = 1 *)
Lemma r_mul_le_left_needs_1 : ~ (forall (u v w : R), u <= v -> (w * u) <= (w * v)).
Proof. intros H; refute (H 0 1 (-1)). Qed.

(* without u <= v: w = 1, u = 1, v = 0 *)
Lemma r_mul_le_left_needs_2 : ~ (forall (u v w : R), 0 <= w -> (w * u) <= (w * v)).
Proof. intros H; refute (H 1 0 1). Qed.

(* without 0 <= u: u = -1, v = 0 *)
Lemma r_mul_at_most_needs_1 : ~ (forall (u v : R), v <= 1 -> (u * v) <= u).
Proof. intros H; refute (H (-1) 0). Qed.

(* without v <= 1: u = 1, v = 2 *)
Lemma r_mul_at_most_needs_2 : ~ (forall (u v : R), 0 <= u -> (u * v) <= u).
Proof. intros H; refute (H 1 2). Qed.

(* without 0 <= w: w = -1, u = 2 *)
Lemma r_weighted_log_tangent_needs_1 : ~ (forall (u w : R), 0 < u -> (w * (ln u)) <= (w * (u - 1))).
Proof. intros H; refute (H (exp 1) (-1)). Qed.

(* without 0 < u: w = 1, u = -1 *)
Lemma r_weighted_log_tangent_needs_2 : ~ (forall (u w : R), 0 <= w -> (w * (ln u)) <= (w * (u - 1))).
Proof. intros H; refute (H (-1) 1). Qed.

(* without 0 <= u: u = -1 *)
(* r_number_log_number_needs_1: holds without it in Coq: ln is 0 for u <= 0 *)

(* without u <= 1: u = 2 *)
Lemma r_number_log_number_needs_2 : ~ (forall (u : R), 0 <= u -> (u * (ln u)) <= 0).
Proof. intros H; refute (H 2). Qed.

(* without 0 <= v: u = 1, v = -2 *)
Lemma r_le_of_squares_needs_1 : ~ (forall (u v : R), (Pow u 2) <= (Pow v 2) -> u <= v).
Proof. intros H; refute (H 1 (-2)). Qed.

(* without u^2 <= v^2: u = 2, v = 1 *)
Lemma r_le_of_squares_needs_2 : ~ (forall (u v : R), 0 <= v -> u <= v).
Proof. intros H; refute (H 2 1). Qed.

(* without exp(u) <= exp(v): u = 2, v = 1 *)
Lemma r_le_of_exponentials_needs_1 : ~ (forall (u v : R), u <= v).
Proof. intros H; refute (H 2 1). Qed.

(* without 0 < v: u = 1, v = -1 *)
Lemma r_le_of_logarithms_needs_1 : ~ (forall (u v : R), (ln u) <= (ln v) -> u <= v).
Proof. intros H; refute (H 1 (-1)). Qed.

(* without log(u) <= log(v): u = 2, v = 1 *)
Lemma r_le_of_logarithms_needs_2 : ~ (forall (u v : R), 0 < v -> u <= v).
Proof. intros H; refute (H 2 1). Qed.

(* without forall k in a..b: 0 <= P(k): a = 1, b = 2, P(k) = 5 - 3*k, X(k) = 2 - k *)
Lemma r_square_of_mean_needs_1 : ~ (forall (a b : R) (P X : R -> R), (Pow (Sum a b (fun k => (P k) * (X k))) 2) <= ((Sum a b (fun k => P k)) * (Sum a b (fun k => (P k) * (Pow (X k) 2))))).
Proof. intros H; refute (H 1 2 (fun k => 5 - 3*k) (fun k => 2 - k)). Qed.

(* without 0 <= t: a = 1, b = 2, t = -1, X(k) = k, Y(k) = 0 *)
Lemma r_log_sum_exp_convex_needs_1 : ~ (forall (a b t : R) (X Y : R -> R), t <= 1 -> (ln (Sum a b (fun k => exp ((t * (X k)) + ((1 - t) * (Y k)))))) <= ((t * (ln (Sum a b (fun k => exp (X k))))) + ((1 - t) * (ln (Sum a b (fun k => exp (Y k))))))).
Proof.
  intros H; specialize (H 1 2 (-1) (fun k => 2 * k - 3) (fun _ => 0)); premises H; assert (A := exp_ineq1 1);
    assert (B := exp_pos (- (1))); assert (C : ln 2 < ln (exp 1 + exp (- (1)))) by (apply ln_increasing; lra);
    revert H; cbv beta; rewrite !(Sum_two 1) by four; replace (-1 * (2 * 1 - 3) + (1 - -1) * 0) with 1 by lra;
    replace (-1 * (2 * (1 + 1) - 3) + (1 - -1) * 0) with (- (1)) by lra;
    replace (2 * 1 - 3) with (- (1)) by lra; replace (2 * (1 + 1) - 3) with 1 by lra;
    rewrite exp_0, (Rplus_comm (exp (- (1))) (exp 1)); replace (1 + 1) with 2 by lra; lra.
Qed.

(* without t <= 1: a = 1, b = 2, t = 2, X(k) = k, Y(k) = 0 *)
Lemma r_log_sum_exp_convex_needs_2 : ~ (forall (a b t : R) (X Y : R -> R), 0 <= t -> (ln (Sum a b (fun k => exp ((t * (X k)) + ((1 - t) * (Y k)))))) <= ((t * (ln (Sum a b (fun k => exp (X k))))) + ((1 - t) * (ln (Sum a b (fun k => exp (Y k))))))).
Proof.
  intros H; specialize (H 1 2 2 (fun _ => 0) (fun k => 2 * k - 3)); premises H; assert (A := exp_ineq1 1);
    assert (B := exp_pos (- (1))); assert (C : ln 2 < ln (exp 1 + exp (- (1)))) by (apply ln_increasing; lra);
    revert H; cbv beta; rewrite !(Sum_two 1) by four; replace (2 * 0 + (1 - 2) * (2 * 1 - 3)) with 1 by lra;
    replace (2 * 0 + (1 - 2) * (2 * (1 + 1) - 3)) with (- (1)) by lra; replace (2 * 1 - 3) with (- (1)) by lra;
    replace (2 * (1 + 1) - 3) with 1 by lra; rewrite exp_0, (Rplus_comm (exp (- (1))) (exp 1));
    replace (1 + 1) with 2 by lra; lra.
Qed.

(* without a <= b + 1: a = 3, b = 1, F(k) = 0 *)
(* r_sum_at_most_max_needs_1: holds without it in Coq: for b + 1 < a the range is empty and both sides are 0 *)

(* without integer(a): a = 1/2, b = 1, F(k) = -1 *)
Lemma r_sum_at_most_max_needs_2 : ~ (forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int b -> (Sum a b (fun k => F k)) <= (((b - a) + 1) * (Max a b (fun k => F k)))).
Proof. intros H; refute (H (1/2) 1 (fun _ => -1)). Qed.

(* without integer(b): a = 1, b = 3/2, F(k) = -1 *)
Lemma r_sum_at_most_max_needs_3 : ~ (forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int a -> (Sum a b (fun k => F k)) <= (((b - a) + 1) * (Max a b (fun k => F k)))).
Proof. intros H; refute (H 1 (3/2) (fun _ => -1)). Qed.

(* without a <= b + 1: a = 3, b = 1, F(k) = 0 *)
(* r_sum_at_least_min_needs_1: holds without it in Coq: for b + 1 < a the range is empty and both sides are 0 *)

(* without integer(a): a = 1/2, b = 1, F(k) = 1 *)
Lemma r_sum_at_least_min_needs_2 : ~ (forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int b -> (((b - a) + 1) * (Min a b (fun k => F k))) <= (Sum a b (fun k => F k))).
Proof. intros H; refute (H (1/2) 1 (fun _ => 1)). Qed.

(* without integer(b): a = 1, b = 3/2, F(k) = 1 *)
Lemma r_sum_at_least_min_needs_3 : ~ (forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int a -> (((b - a) + 1) * (Min a b (fun k => F k))) <= (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 (3/2) (fun _ => 1)). Qed.

(* without forall k in a..b: 0 <= P(k): a = 1, b = 2, P(k) = -1, F(k) = k *)
Lemma r_mean_at_most_max_needs_1 : ~ (forall (a b : R) (P F : R -> R), (Sum a b (fun k => (P k) * (F k))) <= ((Sum a b (fun k => P k)) * (Max a b (fun k => F k)))).
Proof. intros H; refute (H 1 2 (fun _ => -1) (fun k => k)). Qed.

(* without forall k in a..b: 0 <= P(k): a = 1, b = 2, P(k) = -1, F(k) = k *)
Lemma r_mean_at_least_min_needs_1 : ~ (forall (a b : R) (P F : R -> R), ((Sum a b (fun k => P k)) * (Min a b (fun k => F k))) <= (Sum a b (fun k => (P k) * (F k)))).
Proof. intros H; refute (H 1 2 (fun _ => -1) (fun k => k)). Qed.

(* without 0 <= u: u = -2, v = -1 *)
Lemma r_product_at_most_one_needs_1 : ~ (forall (u v : R), u <= 1 -> v <= 1 -> (u * v) <= 1).
Proof. intros H; refute (H (-2) (-1)). Qed.

(* without u <= 1: u = 2, v = 1 *)
Lemma r_product_at_most_one_needs_2 : ~ (forall (u v : R), 0 <= u -> v <= 1 -> (u * v) <= 1).
Proof. intros H; refute (H 2 1). Qed.

(* without v <= 1: u = 1, v = 2 *)
Lemma r_product_at_most_one_needs_3 : ~ (forall (u v : R), 0 <= u -> u <= 1 -> (u * v) <= 1).
Proof. intros H; refute (H 1 2). Qed.

(* without j in a..b: a = 1, b = 2, j = 3, F(k) = k *)
Lemma r_term_less_sum_needs_1 : ~ (forall (a b j : R) (F : R -> R), a < b -> is_int a -> is_int b -> (forall k, range k a b -> 0 < (F k)) -> (F j) < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 2 3 (fun k => k)). Qed.

(* without a < b: a = 1, b = 1, j = 1, F(k) = 1 *)
Lemma r_term_less_sum_needs_2 : ~ (forall (a b j : R) (F : R -> R), range j a b -> is_int a -> is_int b -> (forall k, range k a b -> 0 < (F k)) -> (F j) < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 1 1 (fun _ => 1)). Qed.

(* without integer(a): a = 1/2, b = 1, j = 1, F(k) = 1 *)
Lemma r_term_less_sum_needs_3 : ~ (forall (a b j : R) (F : R -> R), range j a b -> a < b -> is_int b -> (forall k, range k a b -> 0 < (F k)) -> (F j) < (Sum a b (fun k => F k))).
Proof. intros H; refute (H (1/2) 1 1 (fun _ => 1)). Qed.

(* without integer(b): a = 1, b = 3/2, j = 1, F(k) = 1 *)
Lemma r_term_less_sum_needs_4 : ~ (forall (a b j : R) (F : R -> R), range j a b -> a < b -> is_int a -> (forall k, range k a b -> 0 < (F k)) -> (F j) < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 (3/2) 1 (fun _ => 1)). Qed.

(* without forall k in a..b: 0 < F(k): a = 1, b = 2, j = 1, F(k) = 2 - k *)
Lemma r_term_less_sum_needs_5 : ~ (forall (a b j : R) (F : R -> R), range j a b -> a < b -> is_int a -> is_int b -> (F j) < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 2 1 (fun k => 2 - k)). Qed.

(* without 0 < v: u = 1, v = -1, w = -2 *)
Lemma r_div_less_needs_1 : ~ (forall (u v w : R), u < (w * v) -> (u / v) < w).
Proof. intros H; refute (H 1 (-1) (-2)). Qed.

(* without u < w*v: u = 2, v = 1, w = 1 *)
Lemma r_div_less_needs_2 : ~ (forall (u v w : R), 0 < v -> (u / v) < w).
Proof. intros H; refute (H 2 1 1). Qed.

(* without forall k in a..b: 0 <= P(k): a = 1, b = 2, P(k) = 5 - 3*k, X(k) = 4*k - 3 *)
Lemma r_positive_mean_needs_1 : ~ (forall (a b : R) (P X : R -> R), (Sum a b (fun k => P k)) = 1 -> (forall k, range k a b -> 0 < (X k)) -> 0 < (Sum a b (fun k => (P k) * (X k)))).
Proof. intros H; refute (H 1 2 (fun k => 5 - 3*k) (fun k => 4*k - 3)). Qed.

(* without sum(k in a..b, P(k)) == 1: a = 1, b = 1, P(k) = 0, X(k) = 1 *)
Lemma r_positive_mean_needs_2 : ~ (forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (forall k, range k a b -> 0 < (X k)) -> 0 < (Sum a b (fun k => (P k) * (X k)))).
Proof. intros H; refute (H 1 1 (fun _ => 0) (fun _ => 1)). Qed.

(* without forall k in a..b: 0 < X(k): a = 1, b = 1, P(k) = 1, X(k) = 0 *)
Lemma r_positive_mean_needs_3 : ~ (forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => P k)) = 1 -> 0 < (Sum a b (fun k => (P k) * (X k)))).
Proof. intros H; refute (H 1 1 (fun _ => 1) (fun _ => 0)). Qed.

(* without integer(a): a = 1/2, b = 1/2, F(k) = 0 *)
(* r_min_at_most_max_needs_1: holds without it in Coq: Min and Max of an empty range are 0 *)

(* without a <= b: a = 3, b = 1, F(k) = 0 *)
(* r_min_at_most_max_needs_2: holds without it in Coq: Min and Max of an empty range are 0 *)

(* without u*u == u: u = 2 *)
Lemma r_delta_binary_one_needs_1 : ~ (forall (u : R), (delta u 1) = u).
Proof. intros H; refute (H 2). Qed.

(* without u*u == u: u = 2 *)
Lemma r_delta_one_binary_needs_1 : ~ (forall (u : R), (delta 1 u) = u).
Proof. intros H; refute (H 2). Qed.

(* without u*u == u: u = 2 *)
Lemma r_delta_binary_zero_needs_1 : ~ (forall (u : R), (delta u 0) = (1 - u)).
Proof. intros H; refute (H 2). Qed.

(* without u*u == u: u = 2 *)
Lemma r_delta_zero_binary_needs_1 : ~ (forall (u : R), (delta 0 u) = (1 - u)).
Proof. intros H; refute (H 2). Qed.

(* without u*u == u: u = 2 *)
Lemma r_idempotent_log_needs_1 : ~ (forall (u : R), (u * (ln u)) = 0).
Proof. intros H; refute (H 2). Qed.

(* without 0 <= u: u = -1, v = 2, w = 1 *)
Lemma r_weighted_log_div_needs_1 : ~ (forall (u v w : R), 0 < v -> ((u = 0) -> (w = 0)) -> (w * (ln (u / v))) = ((w * (ln u)) - (w * (ln v)))).
Proof. intros H; refute (H (-1) 2 1). Qed.

(* without 0 < v: u = 2, v = -1, w = 1 *)
Lemma r_weighted_log_div_needs_2 : ~ (forall (u v w : R), 0 <= u -> ((u = 0) -> (w = 0)) -> (w * (ln (u / v))) = ((w * (ln u)) - (w * (ln v)))).
Proof. intros H; refute (H 2 (-1) 1). Qed.

(* without u == 0 => w == 0: u = 0, v = 2, w = 1 *)
Lemma r_weighted_log_div_needs_3 : ~ (forall (u v w : R), 0 <= u -> 0 < v -> (w * (ln (u / v))) = ((w * (ln u)) - (w * (ln v)))).
Proof. intros H; refute (H 0 2 1). Qed.

(* without 0 <= u: u = -1, v = 2, w = 1 *)
Lemma r_weighted_log_mul_needs_1 : ~ (forall (u v w : R), 0 < v -> ((u = 0) -> (w = 0)) -> (w * (ln (u * v))) = ((w * (ln u)) + (w * (ln v)))).
Proof. intros H; refute (H (-1) 2 1). Qed.

(* without 0 < v: u = 2, v = -1, w = 1 *)
Lemma r_weighted_log_mul_needs_2 : ~ (forall (u v w : R), 0 <= u -> ((u = 0) -> (w = 0)) -> (w * (ln (u * v))) = ((w * (ln u)) + (w * (ln v)))).
Proof. intros H; refute (H 2 (-1) 1). Qed.

(* without u == 0 => w == 0: u = 0, v = 2, w = 1 *)
Lemma r_weighted_log_mul_needs_3 : ~ (forall (u v w : R), 0 <= u -> 0 < v -> (w * (ln (u * v))) = ((w * (ln u)) + (w * (ln v)))).
Proof. intros H; refute (H 0 2 1). Qed.

(* without forall k in a..b: P(k)*P(k) == P(k): a = 1, b = 2, P(k) = 1/2, X(k) = k *)
Lemma r_log_selected_needs_1 : ~ (forall (a b : R) (P X : R -> R), (Sum a b (fun k => P k)) = 1 -> (forall k, range k a b -> 0 < (X k)) -> (ln (Sum a b (fun k => (P k) * (X k)))) = (Sum a b (fun k => (P k) * (ln (X k))))).
Proof. intros H; refute (H 1 2 (fun k => 5 - 3*k) (fun k => k)). Qed.

(* without sum(k in a..b, P(k)) == 1: a = 1, b = 2, P(k) = 1, X(k) = 3*k *)
Lemma r_log_selected_needs_2 : ~ (forall (a b : R) (P X : R -> R), (forall k, range k a b -> ((P k) * (P k)) = (P k)) -> (forall k, range k a b -> 0 < (X k)) -> (ln (Sum a b (fun k => (P k) * (X k)))) = (Sum a b (fun k => (P k) * (ln (X k))))).
Proof. intros H; refute (H 1 2 (fun _ => 1) (fun _ => 1)). Qed.

(* without u/v == 0: u = 1, v = 1 *)
Lemma r_numerator_zero_needs_1 : ~ (forall (u v : R), v <> 0 -> u = 0).
Proof. intros H; refute (H 1 1). Qed.

(* without v != 0: u = 1, v = 0 *)
Lemma r_numerator_zero_needs_2 : ~ (forall (u v : R), (u / v) = 0 -> u = 0).
Proof. intros H; refute (H 1 0). Qed.

(* without zeroLogZero: u = 0, v = 0 *)
Lemma r_defined_zero_log_zero_needs_1 : ~ (forall (zlz : Prop) (u : R) (u_ok u_zero : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 <= v -> ((v = 0) -> (u = 0)) -> mul_ok u_ok u_zero (v_ok /\ (log_ok zlz v)) False).
Proof. intros H; refute (H False 0 True False 0 True). Qed.

(* without defined(u): u = 1/0, v = 1, convention = 1 *)
Lemma r_defined_zero_log_zero_needs_2 : ~ (forall (zlz : Prop) (u : R) (u_ok u_zero : Prop) (v : R) (v_ok : Prop), zlz -> v_ok -> 0 <= v -> ((v = 0) -> (u = 0)) -> mul_ok u_ok u_zero (v_ok /\ (log_ok zlz v)) False).
Proof. intros H; refute (H True 1 False False 1 True). Qed.

(* without defined(v): u = 0, v = 1/0, convention = 1 *)
Lemma r_defined_zero_log_zero_needs_3 : ~ (forall (zlz : Prop) (u : R) (u_ok u_zero : Prop) (v : R) (v_ok : Prop), zlz -> u_ok -> 0 <= v -> ((v = 0) -> (u = 0)) -> mul_ok u_ok u_zero (v_ok /\ (log_ok zlz v)) False).
Proof. intros H; refute (H True 0 True False 1 False). Qed.

(* without 0 <= v: u = 0, v = -1, convention = 1 *)
Lemma r_defined_zero_log_zero_needs_4 : ~ (forall (zlz : Prop) (u : R) (u_ok u_zero : Prop) (v : R) (v_ok : Prop), zlz -> u_ok -> v_ok -> ((v = 0) -> (u = 0)) -> mul_ok u_ok u_zero (v_ok /\ (log_ok zlz v)) False).
Proof. intros H; refute (H True 0 True False (-1) True). Qed.

(* without v == 0 => u == 0: u = 1, v = 0, convention = 1 *)
(* r_defined_zero_log_zero_needs_5: holds without it in Coq: with the convention log_ok takes ln 0 as having a value, whatever the factor *)

(* without integer(a): a = 1/2, b = 1/2, u = 2 *)
Lemma r_max_const_needs_1 : ~ (forall (a b u : R), a <= b -> (Max a b (fun k => u)) = u).
Proof. intros H; refute (H (1/2) (1/2) 2). Qed.

(* without a <= b: a = 1, b = 0, u = 1 *)
Lemma r_max_const_needs_2 : ~ (forall (a b u : R), is_int a -> (Max a b (fun k => u)) = u).
Proof. intros H; refute (H 1 0 1). Qed.

(* without integer(a): a = 3/2, F(k) = 2 *)
Lemma r_max_single_needs_1 : ~ (forall (a : R) (F : R -> R), (Max a a (fun k => F k)) = (F a)).
Proof. intros H; refute (H (3/2) (fun _ => 2)). Qed.

(* without a + 1 <= b: a = 1, b = 1, F(k) = -2 *)
Lemma r_max_split_last_needs_1 : ~ (forall (a b : R) (F : R -> R), is_int b -> (Max a b (fun k => F k)) = (Rmax (Max a (b - 1) (fun k => F k)) (F b))).
Proof. intros H; refute (H 1 1 (fun _ => -2)). Qed.

(* without integer(b): a = 1, b = 5/2, F(k) = k *)
Lemma r_max_split_last_needs_2 : ~ (forall (a b : R) (F : R -> R), (a + 1) <= b -> (Max a b (fun k => F k)) = (Rmax (Max a (b - 1) (fun k => F k)) (F b))).
Proof. intros H; refute (H 1 (5/2) (fun k => k)). Qed.

(* without integer(a): a = 1/2, b = 1/2, u = 2, F(k) = 2 *)
(* r_max_scale_needs_1: holds without it in Coq: Max of an empty range is 0 *)

(* without a <= b: a = 1, b = 0, u = 2, F(k) = 1 *)
(* r_max_scale_needs_2: holds without it in Coq: Max of an empty range is 0 *)

(* without 0 <= u: a = 1, b = 2, u = -1, F(k) = k *)
Lemma r_max_scale_needs_3 : ~ (forall (a b u : R) (F : R -> R), is_int a -> a <= b -> (Max a b (fun k => u * (F k))) = (u * (Max a b (fun k => F k)))).
Proof. intros H; refute (H 1 2 (-1) (fun k => k)). Qed.

(* without integer(a): a = 1/2, b = 1/2, F(k) = 2 *)
(* r_min_negative_needs_1: holds without it in Coq: Min and Max of an empty range are 0 *)

(* without a <= b: a = 1, b = 0, F(k) = 1 *)
(* r_min_negative_needs_2: holds without it in Coq: Min and Max of an empty range are 0 *)

(* without integer(a): a = 1/2, b = 1/2, F(k) = 2 *)
Lemma r_max_exp_needs_1 : ~ (forall (a b : R) (F : R -> R), a <= b -> (Max a b (fun k => exp (F k))) = (exp (Max a b (fun k => F k)))).
Proof. intros H; refute (H (1/2) (1/2) (fun _ => 2)). Qed.

(* without a <= b: a = 1, b = 0, F(k) = 1 *)
Lemma r_max_exp_needs_2 : ~ (forall (a b : R) (F : R -> R), is_int a -> (Max a b (fun k => exp (F k))) = (exp (Max a b (fun k => F k)))).
Proof. intros H; refute (H 1 0 (fun _ => 1)). Qed.

(* without integer(a): a = 1/2, b = 1/2, F(k) = 2 *)
(* r_max_log_needs_1: holds without it in Coq: Max of an empty range is 0, and ln 0 = 0 *)

(* without a <= b: a = 1, b = 0, F(k) = 1 *)
(* r_max_log_needs_2: holds without it in Coq: Max of an empty range is 0, and ln 0 = 0 *)

(* without forall k in a..b: 0 < F(k): a = 1, b = 2, F(k) = 2*k - 3 *)
Lemma r_max_log_needs_3 : ~ (forall (a b : R) (F : R -> R), is_int a -> a <= b -> (Max a b (fun k => ln (F k))) = (ln (Max a b (fun k => F k)))).
Proof. intros H; refute (H 1 2 (fun k => 3/2*k - 5/2)). Qed.

(* without forall m in c..d: 0 <= P(m): a = 1, b = 1, c = 1, d = 1, P(m) = -1, F(m, k) = 1, G(k) = 1 *)
Lemma r_gram_form_needs_1 : ~ (forall (a b c d : R) (P : R -> R) (F : R -> R -> R) (G : R -> R), 0 <= (Sum a b (fun k => (G k) * (Sum a b (fun l => (G l) * (Sum c d (fun m => ((P m) * (F m k)) * (F m l)))))))).
Proof. intros H; refute (H 1 1 1 1 (fun _ => -1) (fun _ _ => 1) (fun _ => 1)). Qed.

(* without u <= 0: u = 1, v = 2 *)
Lemma r_nonpos_mul_left_needs_1 : ~ (forall (u v : R), 0 <= v -> (u * v) <= 0).
Proof. intros H; refute (H 1 2). Qed.

(* without 0 <= v: u = -1, v = -2 *)
Lemma r_nonpos_mul_left_needs_2 : ~ (forall (u v : R), u <= 0 -> (u * v) <= 0).
Proof. intros H; refute (H (-1) (-2)). Qed.

(* without u <= v: u = 2, v = 1, w = 0, x = 1 *)
Lemma r_nonneg_product_of_bounds_needs_1 : ~ (forall (u v w x : R), w <= x -> 0 <= ((v - u) * (x - w))).
Proof. intros H; refute (H 2 1 0 1). Qed.

(* without w <= x: u = 0, v = 1, w = 2, x = 1 *)
Lemma r_nonneg_product_of_bounds_needs_2 : ~ (forall (u v w x : R), u <= v -> 0 <= ((v - u) * (x - w))).
Proof. intros H; refute (H 0 1 2 1). Qed.

(* without u <= 0: u = 1, v = -2 *)
Lemma r_nonneg_mul_negative_needs_1 : ~ (forall (u v : R), v <= 0 -> 0 <= (u * v)).
Proof. intros H; refute (H 1 (-2)). Qed.

(* without v <= 0: u = -1, v = 2 *)
Lemma r_nonneg_mul_negative_needs_2 : ~ (forall (u v : R), u <= 0 -> 0 <= (u * v)).
Proof. intros H; refute (H (-1) 2). Qed.

(* without sqrt(u) != 0: u = 0 *)
Lemma r_nonzero_root_needs_1 : ~ (forall (u : R), u <> 0).
Proof. intros H; refute (H 0). Qed.

(* without abs(u) != 0: u = 0 *)
Lemma r_nonzero_abs_needs_1 : ~ (forall (u : R), u <> 0).
Proof. intros H; refute (H 0). Qed.

(* without j in a..b: a = 1, b = 1, j = 2, F(k) = k - 1 *)
Lemma r_positive_sum_term_needs_1 : ~ (forall (a b j : R) (F : R -> R), 0 < (F j) -> (forall k, range k a b -> 0 <= (F k)) -> 0 < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 1 2 (fun k => k - 1)). Qed.

(* without 0 < F(j): a = 1, b = 1, j = 1, F(k) = 0 *)
Lemma r_positive_sum_term_needs_2 : ~ (forall (a b j : R) (F : R -> R), range j a b -> (forall k, range k a b -> 0 <= (F k)) -> 0 < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 1 1 (fun _ => 0)). Qed.

(* without forall k in a..b: 0 <= F(k): a = 1, b = 2, j = 1, F(k) = 3 - 2*k *)
Lemma r_positive_sum_term_needs_3 : ~ (forall (a b j : R) (F : R -> R), range j a b -> 0 < (F j) -> 0 < (Sum a b (fun k => F k))).
Proof. intros H; refute (H 1 2 1 (fun k => 3 - 2*k)). Qed.

(* without u*u == 1: u = 0 *)
Lemma r_sign_other_needs_1 : ~ (forall (u : R), u <> 1 -> u = (- (1))).
Proof. intros H; refute (H 0). Qed.

(* without u != 1: u = 1 *)
Lemma r_sign_other_needs_2 : ~ (forall (u : R), (u * u) = 1 -> u = (- (1))).
Proof. intros H; refute (H 1). Qed.

(* without u*u == u: u = 2 *)
Lemma r_binary_other_needs_1 : ~ (forall (u : R), u <> 0 -> u = 1).
Proof. intros H; refute (H 2). Qed.

(* without u != 0: u = 0 *)
Lemma r_binary_other_needs_2 : ~ (forall (u : R), (u * u) = u -> u = 1).
Proof. intros H; refute (H 0). Qed.

(* without w < u: u = 0, v = 2, w = 1 *)
Lemma r_lt_minimum_needs_1 : ~ (forall (u v w : R), w < v -> w < (Rmin u v)).
Proof. intros H; refute (H 0 2 1). Qed.

(* without w < v: u = 2, v = 0, w = 1 *)
Lemma r_lt_minimum_needs_2 : ~ (forall (u v w : R), w < u -> w < (Rmin u v)).
Proof. intros H; refute (H 2 0 1). Qed.

(* without w <= u: u = 0, v = 2, w = 1 *)
Lemma r_le_minimum_needs_1 : ~ (forall (u v w : R), w <= v -> w <= (Rmin u v)).
Proof. intros H; refute (H 0 2 1). Qed.

(* without w <= v: u = 2, v = 0, w = 1 *)
Lemma r_le_minimum_needs_2 : ~ (forall (u v w : R), w <= u -> w <= (Rmin u v)).
Proof. intros H; refute (H 2 0 1). Qed.

(* without u < w: u = 2, v = 0, w = 1 *)
Lemma r_maximum_lt_needs_1 : ~ (forall (u v w : R), v < w -> (Rmax u v) < w).
Proof. intros H; refute (H 2 0 1). Qed.

(* without v < w: u = 0, v = 2, w = 1 *)
Lemma r_maximum_lt_needs_2 : ~ (forall (u v w : R), u < w -> (Rmax u v) < w).
Proof. intros H; refute (H 0 2 1). Qed.

(* without u < w: u = 2, v = 2, w = 1 *)
Lemma r_minimum_lt_left_needs_1 : ~ (forall (u v w : R), (Rmin u v) < w).
Proof. intros H; refute (H 2 2 1). Qed.

(* without v < w: u = 2, v = 2, w = 1 *)
Lemma r_minimum_lt_right_needs_1 : ~ (forall (u v w : R), (Rmin u v) < w).
Proof. intros H; refute (H 2 2 1). Qed.

(* without w < u: u = 0, v = 0, w = 1 *)
Lemma r_lt_maximum_left_needs_1 : ~ (forall (u v w : R), w < (Rmax u v)).
Proof. intros H; refute (H 0 0 1). Qed.

(* without w < v: u = 0, v = 0, w = 1 *)
Lemma r_lt_maximum_right_needs_1 : ~ (forall (u v w : R), w < (Rmax u v)).
Proof. intros H; refute (H 0 0 1). Qed.

(* without -v < u: u = -2, v = 1 *)
Lemma r_abs_lt_needs_1 : ~ (forall (u v : R), u < v -> (Rabs u) < v).
Proof. intros H; refute (H (-2) 1). Qed.

(* without u < v: u = 2, v = 1 *)
Lemma r_abs_lt_needs_2 : ~ (forall (u v : R), (- v) < u -> (Rabs u) < v).
Proof. intros H; refute (H 2 1). Qed.

(* without i == j: i = 1, j = 2 *)
Lemma r_positive_delta_needs_1 : ~ (forall (i j : R), 0 < (delta i j)).
Proof. intros H; refute (H 1 2). Qed.

(* without u <= v: u = 2, v = 1 *)
Lemma r_positive_bracket_le_needs_1 : ~ (forall (u v : R), 0 < (bracket (le_dec u v))).
Proof. intros H; refute (H 2 1). Qed.

(* without u < v: u = 2, v = 1 *)
Lemma r_positive_bracket_lt_needs_1 : ~ (forall (u v : R), 0 < (bracket (lt_dec u v))).
Proof. intros H; refute (H 2 1). Qed.

(* without prod(k in a..b, F(k)) != 0: a = 1, b = 1, j = 1, F(k) = 0 *)
Lemma r_factor_nonzero_needs_1 : ~ (forall (a b j : R) (F : R -> R), range j a b -> (F j) <> 0).
Proof. intros H; refute (H 1 1 1 (fun _ => 0)). Qed.

(* without j in a..b: a = 1, b = 1, j = 2, F(k) = k - 2 *)
Lemma r_factor_nonzero_needs_2 : ~ (forall (a b j : R) (F : R -> R), (Prod a b (fun k => F k)) <> 0 -> (F j) <> 0).
Proof. intros H; refute (H 1 1 2 (fun k => k - 2)). Qed.

(* without any(x, 0 < u): u = s, x = s, s = 1 *)
Lemma r_argmin_log_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => ln (u x'))) = (Argmin x (fun x' => u x'))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) 0 (-1). Qed.

(* without any(x, 0 < u): u = s, x = s, s = 1 *)
Lemma r_argmin_neg_log_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - (ln (u x')))) = (Argmin x (fun x' => - (u x')))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) (-1) 0. Qed.

(* without any(x, 0 <= u): u = s, x = s, s = 1 *)
Lemma r_argmin_sqrt_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => sqrt (u x'))) = (Argmin x (fun x' => u x'))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) 0 (-1). Qed.

(* without any(x, 0 <= u): u = s, x = s, s = 1 *)
Lemma r_argmin_neg_sqrt_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - (sqrt (u x')))) = (Argmin x (fun x' => - (u x')))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) (-1) 0. Qed.

(* without any(x, 0 < u): u = s, x = s, s = 1 *)
Lemma r_argmin_reciprocal_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => 1 / (u x'))) = (Argmin x (fun x' => - (u x')))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) (-1) 1. Qed.

(* without any(x, 0 < u): u = s, x = s, s = 1 *)
Lemma r_argmin_neg_reciprocal_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - (1 / (u x')))) = (Argmin x (fun x' => u x'))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) 1 (-1). Qed.

(* without integer((v - 1)/2): u = s, v = 2, x = s, s = 1 *)
Lemma r_argmin_odd_power_needs_2 : ~ (forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), 0 < v -> (Argmin x (fun x' => Pow (u x') v)) = (Argmin x (fun x' => u x'))).
Proof. intros H; refute_order (H R (fun s => s) 2 (fun _ => True)) 1 (-1). Qed.

(* without 0 < v: u = s, v = -1, x = s, s = 1 *)
Lemma r_argmin_odd_power_needs_3 : ~ (forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), is_int ((v - 1) / 2) -> (Argmin x (fun x' => Pow (u x') v)) = (Argmin x (fun x' => u x'))).
Proof. intros H; refute_order (H R (fun s => s) (-1) (fun _ => True)) 2 1. Qed.

(* without any(x, u < 1): u = s, x = s, s = 1 *)
Lemma r_argmin_odds_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => (u x') / (1 - (u x')))) = (Argmin x (fun x' => u x'))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) 2 0. Qed.

(* without integer((v - 1)/2): u = s, v = 2, x = s, s = 1 *)
Lemma r_argmin_neg_odd_power_needs_2 : ~ (forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), 0 < v -> (Argmin x (fun x' => - (Pow (u x') v))) = (Argmin x (fun x' => - (u x')))).
Proof. intros H; refute_order (H R (fun s => s) 2 (fun _ => True)) (-1) 1. Qed.

(* without 0 < v: u = s, v = -1, x = s, s = 1 *)
Lemma r_argmin_neg_odd_power_needs_3 : ~ (forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), is_int ((v - 1) / 2) -> (Argmin x (fun x' => - (Pow (u x') v))) = (Argmin x (fun x' => - (u x')))).
Proof. intros H; refute_order (H R (fun s => s) (-1) (fun _ => True)) 1 2. Qed.

(* without any(x, u < 1): u = s, x = s, s = 1 *)
Lemma r_argmin_neg_odds_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - ((u x') / (1 - (u x'))))) = (Argmin x (fun x' => - (u x')))).
Proof. intros H; refute_order (H R (fun s => s) (fun _ => True)) 0 2. Qed.

(* without 0 < u: u = -1, v = s, x = s, s = 1 *)
Lemma r_argmin_scale_needs_2 : ~ (forall {T_x : Type} (u : R) (v : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => u * (v x'))) = (Argmin x (fun x' => v x'))).
Proof. intros H; refute_order (H R (-1) (fun s => s) (fun _ => True)) 1 0. Qed.

(* without any(x, defined(u)): u = log(s), x = s, s = 1 *)
Lemma r_defined_argmin_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (u_ok x : T_x -> Prop), forall x', x x' -> u_ok x').
Proof. intros H; exact (H R (fun s => s) (fun _ => False) (fun _ => True) 1 I). Qed.

(* without any(x, defined(u)): u = log(s), x = s, s = 1 *)
Lemma r_defined_argmax_needs_1 : ~ (forall {T_x : Type} (u : T_x -> R) (u_ok x : T_x -> Prop), forall x', x x' -> u_ok x').
Proof. intros H; exact (H R (fun s => s) (fun _ => False) (fun _ => True) 1 I). Qed.

(* without 0 <= u: u = -1 *)
Lemma r_sign_zero_needs_1 : ~ (forall (u : R), u <= 0 -> (sgn u) = 0).
Proof. intros H; refute (H (-1)). Qed.

(* without u <= 0: u = 1 *)
Lemma r_sign_zero_needs_2 : ~ (forall (u : R), 0 <= u -> (sgn u) = 0).
Proof. intros H; refute (H 1). Qed.

(* without 0 < u: u = -2, v = 2 *)
Lemma r_pow_below_one_needs_1 : ~ (forall (u v : R), u < 1 -> 0 < v -> (Pow u v) < 1).
Proof. intros H; refute (H (-2) 2). Qed.

(* without u < 1: u = 1, v = 1 *)
Lemma r_pow_below_one_needs_2 : ~ (forall (u v : R), 0 < u -> 0 < v -> (Pow u v) < 1).
Proof. intros H; refute (H 1 1). Qed.

(* without 0 < v: u = 1/2, v = 0 *)
Lemma r_pow_below_one_needs_3 : ~ (forall (u v : R), 0 < u -> u < 1 -> (Pow u v) < 1).
Proof. intros H; refute (H (1/2) 0). Qed.

(* without 0 <= u: u = -2, v = 1, w = 2 *)
Lemma r_power_monotone_needs_1 : ~ (forall (u v w : R), u <= v -> 0 <= w -> (Pow u w) <= (Pow v w)).
Proof. intros H; refute (H (-2) 1 2). Qed.

(* without u <= v: u = 2, v = 1, w = 1 *)
Lemma r_power_monotone_needs_2 : ~ (forall (u v w : R), 0 <= u -> 0 <= w -> (Pow u w) <= (Pow v w)).
Proof. intros H; refute (H 2 1 1). Qed.

(* without 0 <= w: u = 1, v = 2, w = -1 *)
Lemma r_power_monotone_needs_3 : ~ (forall (u v w : R), 0 <= u -> u <= v -> (Pow u w) <= (Pow v w)).
Proof. intros H; refute (H 1 2 (-1)). Qed.

(* without u <= v: u = 2, v = 1, w = 1 *)
Lemma r_odd_power_monotone_needs_1 : ~ (forall (u v w : R), is_int ((w - 1) / 2) -> 0 < w -> (Pow u w) <= (Pow v w)).
Proof. intros H; refute (H 2 1 1). Qed.

(* without integer((w - 1)/2): u = -2, v = 1, w = 2 *)
Lemma r_odd_power_monotone_needs_2 : ~ (forall (u v w : R), u <= v -> 0 < w -> (Pow u w) <= (Pow v w)).
Proof. intros H; refute (H (-2) 1 2). Qed.

(* without 0 < w: u = 1, v = 2, w = -1 *)
Lemma r_odd_power_monotone_needs_3 : ~ (forall (u v w : R), u <= v -> is_int ((w - 1) / 2) -> (Pow u w) <= (Pow v w)).
Proof. intros H; refute (H 1 2 (-1)). Qed.

(* without 0 <= u: u = -1, v = -1 *)
Lemma r_positive_factor_needs_1 : ~ (forall (u v : R), 0 < (u * v) -> 0 < v).
Proof. intros H; refute (H (-1) (-1)). Qed.

(* without 0 < u*v: u = 1, v = 0 *)
Lemma r_positive_factor_needs_2 : ~ (forall (u v : R), 0 <= u -> 0 < v).
Proof. intros H; refute (H 1 0). Qed.

(* without u < 0: u = 0 *)
Lemma r_exp_below_one_needs_1 : ~ (forall (u : R), (exp u) < 1).
Proof. intros H; refute (H 0). Qed.

(* without v < u: u = 0, v = 0 *)
Lemma r_positive_exp_difference_needs_1 : ~ (forall (u v : R), 0 < ((exp u) - (exp v))).
Proof. intros H; refute (H 0 0). Qed.

(* without 0 < u: u = -1, v = -1 *)
Lemma r_negative_mul_needs_1 : ~ (forall (u v : R), v < 0 -> (u * v) < 0).
Proof. intros H; refute (H (-1) (-1)). Qed.

(* without v < 0: u = 1, v = 1 *)
Lemma r_negative_mul_needs_2 : ~ (forall (u v : R), 0 < u -> (u * v) < 0).
Proof. intros H; refute (H 1 1). Qed.
