(** The tactic [numbers] proves comparisons of real numbers without variables.

    Example: [Rabs (- ln (1 / 5) - 8047 / 5000) <= 1 / 20000]. A goal is read as an expression
    (chapter 1). Rational expressions are computed exactly (chapter 2), all others in intervals
    whose ends are integers times 2^-p, rounded outward (chapters 3 to 5). Chapter 6 is the tactic. *)
From Coq Require Import Reals Machin Ratan Lra Lia ZArith QArith Qpower Qreals.
From Coquelicot Require Import Coquelicot.
From Gradus Require Import Gradus.
Open Scope R_scope.

(** * 1. Expressions *)

Inductive expr : Set :=
  | Num (z : Z) | Pi
  | Opp (a : expr) | Inv (a : expr)
  | Add (a b : expr) | Sub (a b : expr) | Mul (a b : expr) | Div (a b : expr)
  | Power (a b : expr) | PowerZ (a : expr) (z : Z)
  | Exp (a : expr) | Ln (a : expr) | Sqrt (a : expr) | Abs (a : expr)
  | Larger (a b : expr) | Smaller (a b : expr).

Fixpoint value (e : expr) : R :=
  match e with
  | Num z => IZR z | Pi => PI
  | Opp a => - value a | Inv a => / value a
  | Add a b => value a + value b | Sub a b => value a - value b
  | Mul a b => value a * value b | Div a b => value a / value b
  | Power a b => Pow (value a) (value b) | PowerZ a z => powerRZ (value a) z
  | Exp a => exp (value a) | Ln a => ln (value a) | Sqrt a => sqrt (value a)
  | Abs a => Rabs (value a)
  | Larger a b => Rmax (value a) (value b) | Smaller a b => Rmin (value a) (value b)
  end.

(** The whole number that an expression is, where this is plain. *)
Fixpoint whole (e : expr) : option Z :=
  match e with
  | Num z => Some z
  | Opp a => option_map Z.opp (whole a)
  | Add a b => match whole a, whole b with Some x, Some y => Some (x + y)%Z | _, _ => None end
  | Sub a b => match whole a, whole b with Some x, Some y => Some (x - y)%Z | _, _ => None end
  | Mul a b => match whole a, whole b with Some x, Some y => Some (x * y)%Z | _, _ => None end
  | _ => None
  end.

Lemma whole_value e z : whole e = Some z -> value e = IZR z.
Proof.
  revert z; induction e; simpl; intros y H; try discriminate H.
  - congruence.
  - destruct (whole e) as [x|]; [|discriminate]; injection H as <-.
    rewrite (IHe x eq_refl); symmetry; apply opp_IZR.
  - destruct (whole e1) as [u|], (whole e2) as [v|]; try discriminate; injection H as <-.
    rewrite (IHe1 u eq_refl), (IHe2 v eq_refl); symmetry; apply plus_IZR.
  - destruct (whole e1) as [u|], (whole e2) as [v|]; try discriminate; injection H as <-.
    rewrite (IHe1 u eq_refl), (IHe2 v eq_refl); symmetry; apply minus_IZR.
  - destruct (whole e1) as [u|], (whole e2) as [v|]; try discriminate; injection H as <-.
    rewrite (IHe1 u eq_refl), (IHe2 v eq_refl); symmetry; apply mult_IZR.
Qed.

(** * 2. Rational numbers, exactly *)

Definition both {A B C : Type} (f : A -> B -> option C) (x : option A) (y : option B) : option C :=
  match x, y with Some a, Some b => f a b | _, _ => None end.
Definition one {A B : Type} (f : A -> option B) (x : option A) : option B :=
  match x with Some a => f a | None => None end.

(** Exponents beyond this bound are left to intervals. *)
Definition exponent_bound : Z := 2000.

Definition zero (q : Q) : bool := Z.eqb (Qnum q) 0.
Definition q_inv (q : Q) : option Q := if zero q then None else Some (/ q)%Q.
Definition q_power (z : Z) (q : Q) : option Q :=
  if (zero q || (exponent_bound <? Z.abs z)%Z)%bool then None else Some (Qpower q z).

Fixpoint exact_value (e : expr) : option Q :=
  match e with
  | Num z => Some (inject_Z z)
  | Opp a => option_map Qopp (exact_value a)
  | Inv a => one q_inv (exact_value a)
  | Add a b => both (fun x y => Some (x + y)%Q) (exact_value a) (exact_value b)
  | Sub a b => both (fun x y => Some (x - y)%Q) (exact_value a) (exact_value b)
  | Mul a b => both (fun x y => Some (x * y)%Q) (exact_value a) (exact_value b)
  | Div a b => both (fun x y => option_map (Qmult x) (q_inv y)) (exact_value a) (exact_value b)
  | Power a b => both q_power (whole b) (exact_value a)
  | PowerZ a z => one (q_power z) (exact_value a)
  | Exp a => one (fun q => if zero q then Some 1%Q else None) (exact_value a)
  | Ln a => one (fun q => if Qeq_bool q 1 then Some 0%Q else None) (exact_value a)
  | Abs a => option_map (fun q => if Qle_bool 0 q then q else (- q)%Q) (exact_value a)
  | Larger a b =>
      both (fun x y => Some (if Qle_bool x y then y else x)) (exact_value a) (exact_value b)
  | Smaller a b =>
      both (fun x y => Some (if Qle_bool x y then x else y)) (exact_value a) (exact_value b)
  | Pi | Sqrt _ => None
  end.

Lemma Q2R_Z z : Q2R (inject_Z z) = IZR z.
Proof. unfold Q2R; simpl; field. Qed.
Lemma zero_Q2R q : zero q = true -> Q2R q = 0.
Proof. unfold zero, Q2R; intros H; apply Z.eqb_eq in H; rewrite H; ring. Qed.
Lemma zero_neq q : zero q = false -> ~ (q == 0)%Q.
Proof. unfold zero, Qeq; simpl; intros H K; apply Z.eqb_neq in H; lia. Qed.
Lemma Q2R_neq q : zero q = false -> Q2R q <> 0.
Proof. intros H K; apply (zero_neq q H), eqR_Qeq; rewrite K; unfold Q2R; simpl; ring. Qed.
Lemma Qle_bool_Q2R x y : if Qle_bool x y then Q2R x <= Q2R y else Q2R y <= Q2R x.
Proof.
  destruct (Qle_bool x y) eqn:E; apply Qle_Rle.
  - apply Qle_bool_iff, E.
  - destruct (Qlt_le_dec y x) as [H|H]; [apply Qlt_le_weak, H|].
    apply Qle_bool_iff in H; congruence.
Qed.
Lemma Q2R_power_positive q n : Q2R (Qpower_positive q n) = Q2R q ^ Pos.to_nat n.
Proof.
  induction n using Pos.peano_ind; [simpl; ring|].
  rewrite Pos2Nat.inj_succ, <- Pos.add_1_r; simpl pow.
  rewrite (Qeq_eqR _ _ (Qpower_plus_positive q n 1)), Q2R_mult, IHn; simpl; ring.
Qed.
Lemma q_inv_value q r : q_inv q = Some r -> Q2R r = / Q2R q.
Proof.
  unfold q_inv; destruct (zero q) eqn:E; intros H; [discriminate|]; injection H as <-.
  apply Q2R_inv, zero_neq, E.
Qed.
Lemma q_power_value z q r : q_power z q = Some r -> Q2R r = powerRZ (Q2R q) z.
Proof.
  unfold q_power; destruct (zero q) eqn:E; simpl; [discriminate|].
  destruct (_ <? _)%Z; intros H; [discriminate|]; injection H as <-.
  destruct z; simpl.
  - unfold Q2R; simpl; field.
  - apply Q2R_power_positive.
  - rewrite Q2R_inv, Q2R_power_positive; [reflexivity|].
    intros K; apply Qeq_eqR in K; rewrite Q2R_power_positive in K.
    apply (pow_nonzero (Q2R q) (Pos.to_nat p)); [apply Q2R_neq, E|].
    rewrite K; unfold Q2R; simpl; ring.
Qed.

Lemma one_some {A B} (f : A -> option B) x b : one f x = Some b -> exists a, x = Some a /\ f a = Some b.
Proof. destruct x as [a|]; simpl; intros H; [exists a; auto|discriminate]. Qed.
Lemma both_some {A B C} (f : A -> B -> option C) x y c :
  both f x y = Some c -> exists a b, x = Some a /\ y = Some b /\ f a b = Some c.
Proof. destruct x as [a|], y as [b|]; simpl; intros H; try discriminate; exists a, b; auto. Qed.
Lemma map_some {A B} (f : A -> B) x b : option_map f x = Some b -> exists a, x = Some a /\ b = f a.
Proof. destruct x as [a|]; simpl; intros H; [exists a; split; congruence|discriminate]. Qed.

Lemma exact_sound e q : exact_value e = Some q -> value e = Q2R q.
Proof.
  revert q; induction e; simpl; intros q H; try discriminate H.
  - injection H as <-; symmetry; apply Q2R_Z.
  - apply map_some in H as (x & Hx & ->); rewrite (IHe x Hx), Q2R_opp; reflexivity.
  - apply one_some in H as (x & Hx & Hq); rewrite (IHe x Hx); symmetry; apply q_inv_value, Hq.
  - apply both_some in H as (x & y & Hx & Hy & Hq); injection Hq as <-.
    rewrite (IHe1 x Hx), (IHe2 y Hy), Q2R_plus; reflexivity.
  - apply both_some in H as (x & y & Hx & Hy & Hq); injection Hq as <-.
    rewrite (IHe1 x Hx), (IHe2 y Hy), Q2R_minus; reflexivity.
  - apply both_some in H as (x & y & Hx & Hy & Hq); injection Hq as <-.
    rewrite (IHe1 x Hx), (IHe2 y Hy), Q2R_mult; reflexivity.
  - apply both_some in H as (x & y & Hx & Hy & Hq); apply map_some in Hq as (r & Hr & ->).
    rewrite (IHe1 x Hx), (IHe2 y Hy), Q2R_mult, (q_inv_value y r Hr); reflexivity.
  - apply both_some in H as (z & x & Hz & Hx & Hq).
    rewrite (IHe1 x Hx), (whole_value e2 z Hz), Pow_IZR; symmetry; apply q_power_value, Hq.
  - apply one_some in H as (x & Hx & Hq); rewrite (IHe x Hx); symmetry; apply q_power_value, Hq.
  - apply one_some in H as (x & Hx & Hq); rewrite (IHe x Hx).
    destruct (zero x) eqn:E; [|discriminate]; injection Hq as <-.
    rewrite (zero_Q2R x E), exp_0; unfold Q2R; simpl; field.
  - apply one_some in H as (x & Hx & Hq); rewrite (IHe x Hx).
    destruct (Qeq_bool x 1) eqn:E; [|discriminate]; injection Hq as <-.
    apply Qeq_bool_iff, Qeq_eqR in E; rewrite E.
    replace (Q2R 1) with 1 by (unfold Q2R; simpl; field); rewrite ln_1; unfold Q2R; simpl; ring.
  - apply map_some in H as (x & Hx & ->); rewrite (IHe x Hx).
    generalize (Qle_bool_Q2R 0 x); replace (Q2R 0) with 0 by (unfold Q2R; simpl; ring).
    destruct (Qle_bool 0 x); intros L; [apply Rabs_right|rewrite Q2R_opp; apply Rabs_left1]; lra.
  - apply both_some in H as (x & y & Hx & Hy & Hq); injection Hq as <-.
    rewrite (IHe1 x Hx), (IHe2 y Hy); generalize (Qle_bool_Q2R x y).
    destruct (Qle_bool x y); intros L; [apply Rmax_right|apply Rmax_left]; exact L.
  - apply both_some in H as (x & y & Hx & Hy & Hq); injection Hq as <-.
    rewrite (IHe1 x Hx), (IHe2 y Hy); generalize (Qle_bool_Q2R x y).
    destruct (Qle_bool x y); intros L; [apply Rmin_left|apply Rmin_right]; exact L.
Qed.

(** * 3. The exponential function by its Taylor polynomial *)

(** 1 + y/(k+1) (1 + y/(k+2) (... r)), with n steps. *)
Fixpoint horner (y : R) (k n : nat) (r : R) : R :=
  match n with O => r | S m => 1 + y / INR (S k) * horner y (S k) m r end.

Lemma horner_sum y r n : forall k,
  sum_first k (fun i => y ^ i / INR (fact i)) + y ^ k / INR (fact k) * horner y k n r =
  sum_first (k + n) (fun i => y ^ i / INR (fact i)) + y ^ (k + n) / INR (fact (k + n)) * r.
Proof.
  induction n as [|n IH]; intros k; [rewrite Nat.add_0_r; reflexivity|].
  rewrite <- Nat.add_succ_comm, <- IH; cbn [horner sum_first].
  rewrite fact_simpl, mult_INR; cbn [pow].
  field; split; [apply INR_fact_neq_0|apply not_0_INR; lia].
Qed.

Lemma sum_first_f_R0 f n : sum_first (S n) f = sum_f_R0 f n.
Proof. induction n as [|n IH]; [simpl; ring|]; simpl sum_f_R0; rewrite <- IH; reflexivity. Qed.

Lemma exp_horner y n : 0 <= y <= 1 / 2 -> exists r, 1 <= r <= 2 /\ exp y = horner y 0 (S n) r.
Proof.
  intros [H0 H1]; destruct (Req_dec y 0) as [->|N].
  - exists 1; split; [lra|]; rewrite exp_0; cbn [horner]; simpl; field.
  - destruct (Taylor_Lagrange exp n 0 y) as (t & Ht & E); [lra| |].
    + intros u _ [|k] _; [exact I|exists (exp u); exact (is_derive_n_exp (S k) u)].
    + exists (exp t); split.
      * split; [rewrite <- exp_0; left; apply exp_increasing; lra|].
        assert (K : exp t <= exp (1 / 2)) by (left; apply exp_increasing; lra).
        assert (L : exp (1 / 2) * exp (1 / 2) <= 3)
          by (rewrite <- exp_plus; replace (1 / 2 + 1 / 2) with 1 by field; apply exp_le_3).
        assert (M := exp_pos (1 / 2)); nra.
      * generalize (horner_sum y (exp t) (S n) 0); simpl (0 + S n)%nat; rewrite sum_first_f_R0.
        intros G; simpl (sum_first 0 _) in G; simpl (y ^ 0 / _) in G.
        replace (horner y 0 (S n) (exp t)) with (0 + 1 / 1 * horner y 0 (S n) (exp t)) by field.
        rewrite G, E, (is_derive_n_unique _ _ _ _ (is_derive_n_exp (S n) t)), Rminus_0_r.
        f_equal; apply sum_eq; intros i _.
        rewrite (is_derive_n_unique _ _ _ _ (is_derive_n_exp i 0)), exp_0; ring.
Qed.

(** * 4. Integers times 2^-p *)

Section Rounding.
Variable p : positive.
Definition scale : Z := Z.shiftl 1 (Zpos p).
Notation S := (IZR scale).

Lemma scale_eq : scale = (2 ^ Zpos p)%Z.
Proof. unfold scale; rewrite Z.shiftl_mul_pow2 by lia; lia. Qed.
Lemma scale_pos_Z : (0 < scale)%Z.
Proof. rewrite scale_eq; apply Z.pow_pos_nonneg; lia. Qed.
Lemma scale_pos : 0 < S.
Proof. apply IZR_lt, scale_pos_Z. Qed.

(** Quotients rounded down and up. *)
Definition down (a : Z) : Z := Z.shiftr a (Zpos p).
Definition up (a : Z) : Z := (- Z.shiftr (- a) (Zpos p))%Z.
Definition div_down (a b : Z) : Z := (a / b)%Z.
Definition div_up (a b : Z) : Z := (- ((- a) / b))%Z.

Lemma div_down_le a b : (0 < b)%Z -> IZR (div_down a b) <= IZR a / IZR b.
Proof.
  intros H; assert (K := IZR_lt _ _ H); apply Rmult_le_reg_r with (IZR b); [exact K|].
  replace (IZR a / IZR b * IZR b) with (IZR a) by (field; lra).
  rewrite <- mult_IZR; apply IZR_le; unfold div_down; generalize (Z.mul_div_le a b H); lia.
Qed.
Lemma div_up_ge a b : (0 < b)%Z -> IZR a / IZR b <= IZR (div_up a b).
Proof.
  intros H; generalize (div_down_le (- a) b H); unfold div_down, div_up; rewrite !opp_IZR.
  unfold Rdiv; rewrite <- Ropp_mult_distr_l; lra.
Qed.
Lemma down_le a : IZR (down a) <= IZR a / S.
Proof.
  unfold down; rewrite Z.shiftr_div_pow2, <- scale_eq by lia.
  apply (div_down_le a scale), scale_pos_Z.
Qed.
Lemma up_ge a : IZR a / S <= IZR (up a).
Proof.
  generalize (down_le (- a)); unfold down, up; rewrite !opp_IZR.
  unfold Rdiv; rewrite <- Ropp_mult_distr_l; lra.
Qed.
Lemma down_nonneg a : (0 <= a)%Z -> (0 <= down a)%Z.
Proof. intros; unfold down; rewrite Z.shiftr_nonneg; assumption. Qed.
Lemma div_down_nonneg a b : (0 <= a)%Z -> (0 < b)%Z -> (0 <= div_down a b)%Z.
Proof. intros; apply Z.div_pos; assumption. Qed.

(** Horner's scheme, rounded down with the remainder 1, and up with the remainder 2. *)
Fixpoint horner_down (y k : Z) (n : nat) : Z :=
  match n with
  | O => scale
  | Datatypes.S m => (scale + div_down (down (y * horner_down y (k + 1) m)) (k + 1))%Z
  end.
Fixpoint horner_up (y k : Z) (n : nat) : Z :=
  match n with
  | O => (2 * scale)%Z
  | Datatypes.S m => (scale + div_up (up (y * horner_up y (k + 1) m)) (k + 1))%Z
  end.

Lemma scaled_product a b : a / S * (b / S) * S = a * b / S.
Proof. field; apply Rgt_not_eq, scale_pos. Qed.
Lemma le_scaled a x : a <= x * S <-> a / S <= x.
Proof.
  assert (H := scale_pos); split; intros K.
  - apply Rmult_le_reg_r with S; [exact H|]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
  - apply Rmult_le_compat_r with (r := S) in K; [|lra].
    unfold Rdiv in K; rewrite Rmult_assoc, Rinv_l in K; lra.
Qed.
Lemma scaled_le a x : x * S <= a <-> x <= a / S.
Proof.
  assert (H := scale_pos); split; intros K.
  - apply Rmult_le_reg_r with S; [exact H|]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
  - apply Rmult_le_compat_r with (r := S) in K; [|lra].
    unfold Rdiv in K; rewrite Rmult_assoc, Rinv_l in K; lra.
Qed.
Lemma scaled_nonneg a : (0 <= a)%Z -> 0 <= IZR a / S.
Proof.
  intros H; apply Rmult_le_pos; [apply IZR_le, H|left; apply Rinv_0_lt_compat, scale_pos].
Qed.

(** Products of bounds of numbers that are not negative. *)
Lemma mult_down a b x y : (0 <= a)%Z -> (0 <= b)%Z ->
  IZR a / S <= x -> IZR b / S <= y -> IZR (down (a * b)) / S <= x * y.
Proof.
  intros Ha Hb Hx Hy; apply le_scaled; apply Rle_trans with (1 := down_le _).
  rewrite mult_IZR, <- scaled_product; apply Rmult_le_compat_r; [left; apply scale_pos|].
  apply Rmult_le_compat; try apply scaled_nonneg; assumption.
Qed.
Lemma mult_up a b x y : 0 <= x -> 0 <= y ->
  x <= IZR a / S -> y <= IZR b / S -> x * y <= IZR (up (a * b)) / S.
Proof.
  intros Px Py Hx Hy; apply scaled_le; apply Rle_trans with (2 := up_ge _).
  rewrite mult_IZR, <- scaled_product; apply Rmult_le_compat_r; [left; apply scale_pos|].
  apply Rmult_le_compat; assumption.
Qed.

Lemma horner_down_nonneg y k n : (0 <= y)%Z -> (0 <= k)%Z -> (0 <= horner_down y k n)%Z.
Proof.
  intros Hy; revert k; induction n as [|n IH]; intros k Hk; cbn [horner_down];
    generalize scale_pos_Z; intros HS; [lia|].
  assert (0 <= horner_down y (k + 1) n)%Z by (apply IH; lia).
  assert (0 <= div_down (down (y * horner_down y (k + 1) n)) (k + 1))%Z; [|lia].
  apply div_down_nonneg; [apply down_nonneg|]; nia.
Qed.
Lemma step_down a k x : (0 <= k)%Z -> IZR a / S <= x ->
  IZR (scale + div_down a (k + 1)) / S <= 1 + x / IZR (k + 1).
Proof.
  intros Hk H; assert (Hk' : 0 < IZR (k + 1)) by (apply IZR_lt; lia).
  apply le_scaled; rewrite (plus_IZR scale), Rmult_plus_distr_r, Rmult_1_l; apply Rplus_le_compat_l.
  apply Rle_trans with (1 := div_down_le a (k + 1) ltac:(lia)).
  replace (x / IZR (k + 1) * S) with (x * S / IZR (k + 1)) by (field; lra).
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, Hk'|apply le_scaled, H].
Qed.
Lemma step_up a k x : (0 <= k)%Z -> x <= IZR a / S ->
  1 + x / IZR (k + 1) <= IZR (scale + div_up a (k + 1)) / S.
Proof.
  intros Hk H; assert (Hk' : 0 < IZR (k + 1)) by (apply IZR_lt; lia).
  apply scaled_le; rewrite (plus_IZR scale), Rmult_plus_distr_r, Rmult_1_l; apply Rplus_le_compat_l.
  apply Rle_trans with (2 := div_up_ge a (k + 1) ltac:(lia)).
  replace (x / IZR (k + 1) * S) with (x * S / IZR (k + 1)) by (field; lra).
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, Hk'|apply scaled_le, H].
Qed.
Lemma one_scaled : S / S = 1.
Proof. field; apply Rgt_not_eq, scale_pos. Qed.
Lemma quotient_first a b c : a / c * b = a * b / c.
Proof. unfold Rdiv; ring. Qed.
Lemma S_Z k : INR (Datatypes.S k) = IZR (Z.of_nat k + 1).
Proof. rewrite INR_IZR_INZ; f_equal; lia. Qed.

Lemma horner_down_le y r n : forall k, (0 <= y)%Z -> 1 <= r ->
  IZR (horner_down y (Z.of_nat k) n) / S <= horner (IZR y / S) k n r.
Proof.
  induction n as [|n IH]; intros k Hy Hr; cbn [horner_down horner]; [rewrite one_scaled; exact Hr|].
  rewrite S_Z, quotient_first.
  apply step_down; [lia|].
  replace (Z.of_nat k + 1)%Z with (Z.of_nat (Datatypes.S k)) by lia.
  apply mult_down; [exact Hy|apply horner_down_nonneg; lia|apply Rle_refl|apply IH; assumption].
Qed.
Lemma horner_nonneg y r n : forall k, 0 <= y -> 0 <= r -> 0 <= horner y k n r.
Proof.
  induction n as [|n IH]; intros k Hy Hr; cbn [horner]; [exact Hr|].
  assert (H := IH (Datatypes.S k) Hy Hr).
  assert (K : 0 <= y / INR (Datatypes.S k))
    by (apply Rmult_le_pos; [exact Hy|left; apply Rinv_0_lt_compat, lt_0_INR; lia]).
  assert (L := Rmult_le_pos _ _ K H); lra.
Qed.
Lemma horner_up_ge y r n : forall k, (0 <= y)%Z -> 0 <= r <= 2 ->
  horner (IZR y / S) k n r <= IZR (horner_up y (Z.of_nat k) n) / S.
Proof.
  induction n as [|n IH]; intros k Hy Hr; cbn [horner_up horner].
  - rewrite mult_IZR; unfold Rdiv; rewrite Rmult_assoc; fold (S / S); rewrite one_scaled; lra.
  - rewrite S_Z, quotient_first.
    apply step_up; [lia|].
    replace (Z.of_nat k + 1)%Z with (Z.of_nat (Datatypes.S k)) by lia.
    apply mult_up; [apply scaled_nonneg, Hy|apply horner_nonneg; [apply scaled_nonneg, Hy|lra]
      |apply Rle_refl|apply IH; assumption].
Qed.

(** Repeated squares: exp (2^k x) from exp x. *)
Fixpoint squares_down (k : nat) (r : Z) : Z :=
  match k with O => r | Datatypes.S m => squares_down m (down (r * r)) end.
Fixpoint squares_up (k : nat) (r : Z) : Z :=
  match k with O => r | Datatypes.S m => squares_up m (up (r * r)) end.

Lemma squares_down_le k : forall r x, (0 <= r)%Z -> IZR r / S <= exp x ->
  IZR (squares_down k r) / S <= exp (2 ^ k * x).
Proof.
  induction k as [|k IH]; intros r x Hr H; cbn [squares_down]; [simpl; rewrite Rmult_1_l; exact H|].
  replace (2 ^ Datatypes.S k * x) with (2 ^ k * (x + x)) by (simpl; ring).
  apply IH; [apply down_nonneg; nia|rewrite exp_plus; apply mult_down; assumption].
Qed.
Lemma squares_up_ge k : forall r x, exp x <= IZR r / S ->
  exp (2 ^ k * x) <= IZR (squares_up k r) / S.
Proof.
  induction k as [|k IH]; intros r x H; cbn [squares_up]; [simpl; rewrite Rmult_1_l; exact H|].
  replace (2 ^ Datatypes.S k * x) with (2 ^ k * (x + x)) by (simpl; ring).
  apply IH; rewrite exp_plus; apply mult_up; try assumption; left; apply exp_pos.
Qed.

(** How often to halve an argument, and how many terms of the series then serve: choices of speed
    and precision, any numbers would be right. *)
Definition extra_halvings : Z := Z.log2 (Zpos p).
Definition halvings (m : Z) : nat := Z.to_nat (Z.log2 m - Zpos p + 2 + extra_halvings).
Definition terms : nat := Z.to_nat (Zpos p / (extra_halvings + 3) + 3).

(** Bounds of the exponential of m/2^p, first for m that is not negative. *)
Definition exp_down_nonneg (m : Z) : Z :=
  let m := Z.min m (500 * scale) in
  let k := halvings m in
  let y := Z.shiftr m (Z.of_nat k) in
  if (2 * y <=? scale)%Z then squares_down k (horner_down y 0 (Datatypes.S terms)) else scale.
Definition exp_up_nonneg (m : Z) : option Z :=
  if (500 * scale <? m)%Z then None else
  let k := halvings m in
  let y := (- Z.shiftr (- m) (Z.of_nat k))%Z in
  if (2 * y <=? scale)%Z then Some (squares_up k (horner_up y 0 (Datatypes.S terms))) else None.

Lemma half y : (0 <= y)%Z -> (2 * y <= scale)%Z -> 0 <= IZR y / S <= 1 / 2.
Proof.
  intros H K; split; [apply scaled_nonneg, H|].
  apply le_scaled; apply IZR_le in K; rewrite mult_IZR in K; lra.
Qed.
Lemma IZR_pow2 k : IZR (2 ^ Z.of_nat k) = 2 ^ k.
Proof. rewrite <- pow_IZR; reflexivity. Qed.
Lemma exp_le x y : x <= y -> exp x <= exp y.
Proof. intros [H| ->]; [left; apply exp_increasing, H|apply Rle_refl]. Qed.

Lemma exp_down_nonneg_le m : (0 <= m)%Z -> IZR (exp_down_nonneg m) / S <= exp (IZR m / S).
Proof.
  intros Hm; unfold exp_down_nonneg; set (m' := Z.min m (500 * scale)).
  assert (L : (0 <= m' <= m)%Z) by (generalize scale_pos_Z; lia); clearbody m'.
  set (k := halvings m'); set (y := Z.shiftr m' (Z.of_nat k)).
  assert (Hy : (0 <= y)%Z) by (unfold y; rewrite Z.shiftr_nonneg; lia).
  destruct (2 * y <=? scale)%Z eqn:E.
  - apply Z.leb_le in E; destruct (exp_horner (IZR y / S) terms (half y Hy E)) as (r & Hr & Er).
    apply Rle_trans with (exp (2 ^ k * (IZR y / S))).
    + apply squares_down_le; [apply horner_down_nonneg; lia|].
      rewrite Er; apply (horner_down_le y r (Datatypes.S terms) 0); [exact Hy|lra].
    + apply exp_le; unfold Rdiv; rewrite <- Rmult_assoc.
      apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, scale_pos|].
      rewrite <- IZR_pow2, <- mult_IZR; apply IZR_le.
      unfold y; rewrite Z.shiftr_div_pow2 by lia.
      assert (P : (0 < 2 ^ Z.of_nat k)%Z) by (apply Z.pow_pos_nonneg; lia).
      generalize (Z.mul_div_le m' _ P); lia.
  - rewrite one_scaled, <- exp_0; apply exp_le, scaled_nonneg, Hm.
Qed.
Lemma exp_up_nonneg_ge m h : (0 <= m)%Z -> exp_up_nonneg m = Some h ->
  exp (IZR m / S) <= IZR h / S.
Proof.
  intros Hm; unfold exp_up_nonneg; destruct (_ <? m)%Z; [discriminate|].
  set (k := halvings m); set (y := (- Z.shiftr (- m) (Z.of_nat k))%Z).
  assert (Y : (m <= 2 ^ Z.of_nat k * y)%Z).
  { unfold y; rewrite Z.shiftr_div_pow2 by lia.
    assert (P : (0 < 2 ^ Z.of_nat k)%Z) by (apply Z.pow_pos_nonneg; lia).
    generalize (Z.mul_div_le (- m) _ P); lia. }
  assert (P : (0 < 2 ^ Z.of_nat k)%Z) by (apply Z.pow_pos_nonneg; lia).
  assert (Hy : (0 <= y)%Z) by nia; clearbody y k.
  destruct (2 * y <=? scale)%Z eqn:E; [|discriminate]; intros H; injection H as <-.
  apply Z.leb_le in E; destruct (exp_horner (IZR y / S) terms (half y Hy E)) as (r & Hr & Er).
  apply Rle_trans with (exp (2 ^ k * (IZR y / S))).
  - apply exp_le; unfold Rdiv; rewrite <- Rmult_assoc.
    apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, scale_pos|].
    rewrite <- IZR_pow2, <- mult_IZR; apply IZR_le, Y.
  - apply squares_up_ge; rewrite Er.
    apply (horner_up_ge y r (Datatypes.S terms) 0); [exact Hy|lra].
Qed.

(** The same for all m: exp (-x) = 1 / exp x. *)
Definition exp_down (m : Z) : Z :=
  if (0 <=? m)%Z then exp_down_nonneg m else
  match exp_up_nonneg (- m) with
  | Some h => if (0 <? h)%Z then div_down (scale * scale) h else 0%Z
  | None => 0%Z
  end.
Definition exp_up (m : Z) : option Z :=
  if (0 <=? m)%Z then exp_up_nonneg m else
  let l := exp_down_nonneg (- m) in
  if (0 <? l)%Z then Some (div_up (scale * scale) l) else None.

Lemma exp_scaled_opp m : exp (IZR m / S) = / exp (IZR (- m) / S).
Proof. rewrite <- exp_Ropp, opp_IZR; f_equal; field; apply Rgt_not_eq, scale_pos. Qed.
Lemma scaled_inverse h : (0 < h)%Z -> S * S / IZR h = / (IZR h / S) * S.
Proof. intros H; apply IZR_lt in H; field; split; [apply Rgt_not_eq, scale_pos|lra]. Qed.
Lemma scaled_pos h : (0 < h)%Z -> 0 < IZR h / S.
Proof. intros H; apply Rdiv_lt_0_compat; [apply IZR_lt, H|apply scale_pos]. Qed.

Lemma inverse_down h x : (0 < h)%Z -> 0 < x -> x <= IZR h / S ->
  IZR (div_down (scale * scale) h) / S <= / x.
Proof.
  intros H Hx K; apply le_scaled; apply Rle_trans with (1 := div_down_le _ h H).
  rewrite mult_IZR, scaled_inverse by exact H.
  apply Rmult_le_compat_r; [left; apply scale_pos|apply Rinv_le_contravar; assumption].
Qed.
Lemma inverse_up l x : (0 < l)%Z -> IZR l / S <= x ->
  / x <= IZR (div_up (scale * scale) l) / S.
Proof.
  intros H K; apply scaled_le; apply Rle_trans with (2 := div_up_ge _ l H).
  rewrite mult_IZR, scaled_inverse by exact H.
  apply Rmult_le_compat_r; [left; apply scale_pos|apply Rinv_le_contravar; [apply scaled_pos, H|exact K]].
Qed.

Lemma exp_down_le m : IZR (exp_down m) / S <= exp (IZR m / S).
Proof.
  unfold exp_down; destruct (0 <=? m)%Z eqn:E.
  - apply exp_down_nonneg_le, Z.leb_le, E.
  - apply Z.leb_gt in E.
    assert (N : IZR 0 / S <= exp (IZR m / S)) by (unfold Rdiv; rewrite Rmult_0_l; left; apply exp_pos).
    destruct (exp_up_nonneg (- m)) as [h|] eqn:U; [|exact N].
    destruct (0 <? h)%Z eqn:P; [|exact N]; rewrite exp_scaled_opp.
    apply inverse_down; [apply Z.ltb_lt, P|apply exp_pos|apply exp_up_nonneg_ge; [lia|exact U]].
Qed.
Lemma exp_up_ge m h : exp_up m = Some h -> exp (IZR m / S) <= IZR h / S.
Proof.
  unfold exp_up; destruct (0 <=? m)%Z eqn:E.
  - apply exp_up_nonneg_ge, Z.leb_le, E.
  - apply Z.leb_gt in E; destruct (0 <? _)%Z eqn:P; intros H; [|discriminate]; injection H as <-.
    rewrite exp_scaled_opp; apply inverse_up; [apply Z.ltb_lt, P|apply exp_down_nonneg_le; lia].
Qed.

(** A guess of the logarithm of m/2^p: ln (2^e t) = e ln 2 + 2 artanh ((t - 1) / (t + 1)), with t
    from 3/4 to 3/2. It is moved outward and then checked by the exponential function, so that a
    bad guess gives no bound. *)
Fixpoint artanh_from (n : nat) (k power square : Z) : Z :=
  match n with
  | O => 0%Z
  | Datatypes.S m => (power / k + artanh_from m (k + 2) (down (power * square)) square)%Z
  end.
Definition artanh (z : Z) : Z := artanh_from (Pos.to_nat p / 4 + 3) 1 z (down (z * z)).
(** ln 2 times 2^600. *)
Definition ln2_guess : Z :=
  2876225017259457803941422075936356235510355236981739542476444676843237809403636166587937224051855780383968483986161182568312219414999934030440139693377154550791842205675450932055002.
Definition exponent (m : Z) : Z := (Z.log2 (m + m / 3) - Zpos p)%Z.
Definition ln_guess (m : Z) : Z :=
  let e := exponent m in
  let d := Z.shiftl 1 (Zpos p + e) in
  (Z.shiftr (e * ln2_guess) (600 - Zpos p) + 2 * artanh (Z.shiftl (m - d) (Zpos p) / (m + d)))%Z.
Definition ln_margin (m : Z) : Z :=
  if (m =? scale)%Z then 0%Z
  else (32 * Zpos p * (Z.abs (exponent m) + 2) + 4 * (scale / m))%Z.
Definition ln_down (m : Z) : option Z :=
  if (m <=? 0)%Z then None else
  let l := (ln_guess m - ln_margin m)%Z in
  match exp_up l with Some h => if (h <=? m)%Z then Some l else None | None => None end.
Definition ln_up (m : Z) : option Z :=
  if (m <=? 0)%Z then None else
  let u := (ln_guess m + ln_margin m)%Z in
  if (m <=? exp_down u)%Z then Some u else None.

Lemma scaled_le_scaled a b : (a <= b)%Z -> IZR a / S <= IZR b / S.
Proof. intros H; apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, scale_pos|apply IZR_le, H]. Qed.
Lemma ln_le x y : 0 < x -> x <= y -> ln x <= ln y.
Proof. intros H [K| ->]; [left; apply ln_increasing; assumption|apply Rle_refl]. Qed.
Lemma ln_down_le m l : ln_down m = Some l -> (0 < m)%Z /\ IZR l / S <= ln (IZR m / S).
Proof.
  unfold ln_down; destruct (m <=? 0)%Z eqn:E; [discriminate|]; apply Z.leb_gt in E.
  set (g := (_ - _)%Z); destruct (exp_up g) as [h|] eqn:U; [|discriminate].
  destruct (h <=? m)%Z eqn:L; [|discriminate]; intros H; injection H as <-.
  split; [exact E|]; rewrite <- (ln_exp (IZR g / S)); apply ln_le; [apply exp_pos|].
  apply Rle_trans with (1 := exp_up_ge g h U); apply scaled_le_scaled, Z.leb_le, L.
Qed.
Lemma ln_up_ge m u : ln_up m = Some u -> ln (IZR m / S) <= IZR u / S.
Proof.
  unfold ln_up; destruct (m <=? 0)%Z eqn:E; [discriminate|]; apply Z.leb_gt in E.
  set (g := (_ + _)%Z); destruct (m <=? exp_down g)%Z eqn:L; [|discriminate].
  intros H; injection H as <-; rewrite <- (ln_exp (IZR g / S)); apply ln_le; [apply scaled_pos, E|].
  apply Rle_trans with (2 := exp_down_le g); apply scaled_le_scaled, Z.leb_le, L.
Qed.

(** Square roots; the root of a negative number is 0 in Coq. *)
Definition sqrt_down (m : Z) : Z := Z.sqrt (m * scale).
Definition sqrt_up (m : Z) : Z :=
  let r := Z.sqrt (m * scale) in if (m * scale <=? r * r)%Z then r else (r + 1)%Z.

Lemma sqrt_scaled m : (0 <= m)%Z -> sqrt (IZR m / S) = sqrt (IZR (m * scale)) / S.
Proof.
  intros H; assert (P := scale_pos); rewrite mult_IZR.
  replace (IZR m / S) with (IZR m * S / (S * S)) by (field; lra).
  rewrite sqrt_div_alt by nra; rewrite sqrt_square by lra; reflexivity.
Qed.
Lemma sqrt_le_Z r a : (0 <= r)%Z -> (r * r <= a)%Z -> IZR r <= sqrt (IZR a).
Proof.
  intros H K; rewrite <- (sqrt_square (IZR r)) by (apply IZR_le, H).
  apply sqrt_le_1_alt; rewrite <- mult_IZR; apply IZR_le, K.
Qed.
Lemma le_sqrt_Z r a : (0 <= r)%Z -> (a <= r * r)%Z -> sqrt (IZR a) <= IZR r.
Proof.
  intros H K; rewrite <- (sqrt_square (IZR r)) by (apply IZR_le, H).
  apply sqrt_le_1_alt; rewrite <- mult_IZR; apply IZR_le, K.
Qed.
Lemma sqrt_down_le m : IZR (sqrt_down m) / S <= sqrt (IZR m / S).
Proof.
  assert (P := scale_pos_Z); destruct (Z_le_gt_dec 0 m) as [H|H].
  - rewrite sqrt_scaled by exact H; apply Rmult_le_compat_r;
      [left; apply Rinv_0_lt_compat, scale_pos|].
    apply sqrt_le_Z; [apply Z.sqrt_nonneg|apply Z.sqrt_spec; nia].
  - unfold sqrt_down; rewrite Z.sqrt_neg by nia; unfold Rdiv; rewrite Rmult_0_l; apply sqrt_pos.
Qed.
Lemma sqrt_up_ge m : sqrt (IZR m / S) <= IZR (sqrt_up m) / S.
Proof.
  assert (P := scale_pos_Z); destruct (Z_le_gt_dec 0 m) as [H|H].
  - rewrite sqrt_scaled by exact H; apply Rmult_le_compat_r;
      [left; apply Rinv_0_lt_compat, scale_pos|].
    assert (N := Z.sqrt_nonneg (m * scale)); unfold sqrt_up.
    destruct (_ <=? _)%Z eqn:E; apply le_sqrt_Z; [exact N|apply Z.leb_le, E|lia|].
    assert (K : (0 <= m * scale)%Z) by nia; destruct (Z.sqrt_spec _ K) as [_ L].
    rewrite <- Z.add_1_r in L; lia.
  - assert (K : IZR m <= 0) by (apply IZR_le; lia).
    rewrite sqrt_neg_0 by (assert (L := Rinv_0_lt_compat _ scale_pos); unfold Rdiv; nra).
    apply scaled_nonneg; unfold sqrt_up; rewrite Z.sqrt_neg by nia; destruct (_ <=? _)%Z; lia.
Qed.

(** * 5. Intervals *)

Definition interval : Set := (Z * Z)%type.
Definition encloses (i : interval) (x : R) : Prop :=
  IZR (fst i) / S <= x <= IZR (snd i) / S.

Definition i_number (z : Z) : interval := let m := Z.shiftl z (Zpos p) in (m, m).
Definition i_opp (i : interval) : interval := (- snd i, - fst i)%Z.
Definition i_add (i j : interval) : interval := (fst i + fst j, snd i + snd j)%Z.
Definition i_mul (i j : interval) : interval :=
  let a := (fst i * fst j)%Z in let b := (fst i * snd j)%Z in
  let c := (snd i * fst j)%Z in let d := (snd i * snd j)%Z in
  (down (Z.min (Z.min a b) (Z.min c d)), up (Z.max (Z.max a b) (Z.max c d))).
(** A quotient by a number between c/2^p > 0 and d/2^p. *)
Definition quotient_down (a c d : Z) : Z := div_down (a * scale) (if (0 <=? a)%Z then d else c).
Definition quotient_up (a c d : Z) : Z := (- quotient_down (- a) c d)%Z.
Definition i_quotient (i j : interval) : interval :=
  (quotient_down (fst i) (fst j) (snd j), quotient_up (snd i) (fst j) (snd j)).
Definition i_div (i j : interval) : option interval :=
  if (0 <? fst j)%Z then Some (i_quotient i j)
  else if (snd j <? 0)%Z then Some (i_quotient (i_opp i) (i_opp j)) else None.
Definition i_inv (i : interval) : option interval := i_div (i_number 1) i.
Definition i_abs (i : interval) : interval :=
  if (0 <=? fst i)%Z then i else (Z.max 0 (- snd i), Z.max (snd i) (- fst i))%Z.
Definition i_larger (i j : interval) : interval := (Z.max (fst i) (fst j), Z.max (snd i) (snd j)).
Definition i_smaller (i j : interval) : interval := (Z.min (fst i) (fst j), Z.min (snd i) (snd j)).
Definition i_exp (i : interval) : option interval :=
  option_map (fun h => (exp_down (fst i), h)) (exp_up (snd i)).
Definition i_ln (i : interval) : option interval :=
  both (fun l u => Some (l, u)) (ln_down (fst i)) (ln_up (snd i)).
Definition i_sqrt (i : interval) : interval := (sqrt_down (fst i), sqrt_up (snd i)).
Definition i_square (i : interval) : interval := let j := i_abs i in i_mul j j.
Fixpoint i_power (i : interval) (n : positive) : interval :=
  match n with
  | xH => i
  | xO m => i_square (i_power i m)
  | xI m => i_mul i (i_square (i_power i m))
  end.
Definition i_powerZ (z : Z) (i : interval) : option interval :=
  match z with
  | Z0 => Some (i_number 1)
  | Zpos n => if (Zpos n <? 100000)%Z then Some (i_power i n) else None
  | Zneg n => if (Zpos n <? 100000)%Z then i_inv (i_power i n) else None
  end.

Lemma scaled_opp z : IZR (- z) / S = - (IZR z / S).
Proof. rewrite opp_IZR; unfold Rdiv; ring. Qed.
Lemma scaled_plus a b : IZR (a + b) / S = IZR a / S + IZR b / S.
Proof. rewrite plus_IZR; unfold Rdiv; ring. Qed.
Lemma scaled_max a b : IZR (Z.max a b) / S = Rmax (IZR a / S) (IZR b / S).
Proof.
  destruct (Z.max_spec a b) as [[H ->]|[H ->]]; symmetry; [apply Rmax_right|apply Rmax_left];
    apply scaled_le_scaled; lia.
Qed.
Lemma scaled_min a b : IZR (Z.min a b) / S = Rmin (IZR a / S) (IZR b / S).
Proof.
  destruct (Z.min_spec a b) as [[H ->]|[H ->]]; symmetry; [apply Rmin_left|apply Rmin_right];
    apply scaled_le_scaled; lia.
Qed.

Lemma i_number_sound z : encloses (i_number z) (IZR z).
Proof.
  unfold encloses, i_number; cbv zeta; cbn [fst snd]; rewrite Z.shiftl_mul_pow2, <- scale_eq, mult_IZR by lia.
  assert (H := scale_pos); replace (IZR z * S / S) with (IZR z) by (field; lra); lra.
Qed.
Lemma i_opp_sound i x : encloses i x -> encloses (i_opp i) (- x).
Proof. unfold encloses, i_opp; simpl; rewrite !scaled_opp; lra. Qed.
Lemma i_add_sound i j x y : encloses i x -> encloses j y -> encloses (i_add i j) (x + y).
Proof. unfold encloses, i_add; simpl; rewrite !scaled_plus; lra. Qed.

(** A product lies between products of ends. *)
Lemma end_below a b x y : a <= x <= b -> a * y <= x * y \/ b * y <= x * y.
Proof. intros H; destruct (Rle_lt_dec 0 y); [left|right]; nra. Qed.
Lemma product_below a b c d x y m : a <= x <= b -> c <= y <= d ->
  m <= a * c -> m <= a * d -> m <= b * c -> m <= b * d -> m <= x * y.
Proof.
  intros Hx Hy H1 H2 H3 H4; destruct (end_below a b x y Hx) as [K|K];
    [destruct (end_below c d y a Hy)|destruct (end_below c d y b Hy)]; lra.
Qed.
Lemma product_scaled_below m a b : (m <= a * b)%Z -> IZR m / S / S <= IZR a / S * (IZR b / S).
Proof.
  intros H; replace (IZR a / S * (IZR b / S)) with (IZR (a * b) / S / S)
    by (rewrite mult_IZR; field; apply Rgt_not_eq, scale_pos).
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, scale_pos|apply scaled_le_scaled, H].
Qed.
Lemma scaled_down m : IZR (down m) / S <= IZR m / S / S.
Proof. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, scale_pos|apply down_le]. Qed.
Lemma i_mul_sound i j x y : encloses i x -> encloses j y -> encloses (i_mul i j) (x * y).
Proof.
  intros Hx Hy; unfold encloses, i_mul; cbv zeta; cbn [fst snd]; split.
  - apply Rle_trans with (1 := scaled_down _).
    apply (product_below _ _ _ _ _ _ _ Hx Hy); apply product_scaled_below; lia.
  - unfold up; rewrite scaled_opp; apply Ropp_le_cancel; rewrite Ropp_involutive.
    fold (down (- Z.max (Z.max (fst i * fst j) (fst i * snd j)) (Z.max (snd i * fst j) (snd i * snd j)))).
    apply Rle_trans with (1 := scaled_down _); rewrite Ropp_mult_distr_l.
    assert (Hx' : IZR (- snd i) / S <= - x <= IZR (- fst i) / S)
      by (rewrite !scaled_opp; unfold encloses in Hx; lra).
    apply (product_below _ _ _ _ _ _ _ Hx' Hy); apply product_scaled_below; lia.
Qed.

Lemma quotient_down_le a c d x y : (0 < c)%Z ->
  IZR c / S <= y <= IZR d / S -> IZR a / S <= x -> IZR (quotient_down a c d) / S <= x / y.
Proof.
  intros Hc [H K] Hx; assert (P := scaled_pos c Hc); assert (Q := scale_pos).
  assert (Hd : (0 < d)%Z).
  { apply lt_IZR; replace (IZR d) with (IZR d / S * S) by (field; lra); nra. }
  assert (P' := scaled_pos d Hd); unfold quotient_down.
  set (e := if (0 <=? a)%Z then d else c).
  assert (He : (0 < e)%Z) by (unfold e; destruct (0 <=? a)%Z; assumption).
  assert (M : IZR a / S * y <= x * (IZR e / S)).
  { apply Rle_trans with (IZR a / S * (IZR e / S));
      [|apply Rmult_le_compat_r; [left; apply scaled_pos, He|exact Hx]].
    unfold e; destruct (0 <=? a)%Z eqn:E.
    - apply Rmult_le_compat_l; [apply scaled_nonneg, Z.leb_le, E|exact K].
    - apply Rmult_le_compat_neg_l; [|exact H].
      apply Z.leb_gt in E; assert (F := scaled_pos (- a) ltac:(lia)); rewrite scaled_opp in F; lra. }
  apply le_scaled; apply Rle_trans with (1 := div_down_le _ e He); rewrite mult_IZR.
  assert (F := scaled_pos e He); assert (G := IZR_lt _ _ He).
  apply Rmult_le_reg_r with (y * (IZR e / S)); [apply Rmult_lt_0_compat; lra|].
  replace (IZR a * S / IZR e * (y * (IZR e / S))) with (IZR a / S * y * S) by (field; lra).
  replace (x / y * S * (y * (IZR e / S))) with (x * (IZR e / S) * S) by (field; lra).
  apply Rmult_le_compat_r; [lra|exact M].
Qed.
Lemma i_quotient_sound i j x y : (0 < fst j)%Z ->
  encloses i x -> encloses j y -> encloses (i_quotient i j) (x / y).
Proof.
  intros P [H K] Hy; split; cbn [i_quotient fst snd].
  - apply quotient_down_le; assumption.
  - unfold quotient_up; rewrite scaled_opp; apply Ropp_le_cancel; rewrite Ropp_involutive.
    replace (- (x / y)) with (- x / y) by (unfold Rdiv; ring).
    apply quotient_down_le; [exact P|exact Hy|rewrite scaled_opp; lra].
Qed.
Lemma i_div_sound i j k x y : encloses i x -> encloses j y -> i_div i j = Some k -> encloses k (x / y).
Proof.
  unfold i_div; intros Hx Hy; destruct (0 <? fst j)%Z eqn:P.
  - intros E; injection E as <-; apply i_quotient_sound; [apply Z.ltb_lt, P|assumption..].
  - destruct (snd j <? 0)%Z eqn:N; [|discriminate]; intros E; injection E as <-.
    apply Z.ltb_lt in N; assert (F := scaled_pos (- snd j) ltac:(lia)); rewrite scaled_opp in F.
    assert (L : y < 0) by (destruct Hy; lra).
    replace (x / y) with (- x / - y) by (field; lra).
    apply i_quotient_sound; [simpl; lia|apply i_opp_sound, Hx|apply i_opp_sound, Hy].
Qed.
Lemma i_inv_sound i j x : encloses i x -> i_inv i = Some j -> encloses j (/ x).
Proof.
  intros H E; replace (/ x) with (1 / x) by (unfold Rdiv; ring).
  exact (i_div_sound _ i j 1 x (i_number_sound 1) H E).
Qed.
Lemma i_abs_sound i x : encloses i x -> encloses (i_abs i) (Rabs x).
Proof.
  unfold encloses, i_abs; intros H; destruct (0 <=? fst i)%Z eqn:P; cbn [fst snd].
  - apply Z.leb_le, scaled_nonneg in P; rewrite Rabs_right by lra; exact H.
  - rewrite !scaled_max, !scaled_opp; unfold Rdiv at 1; rewrite Rmult_0_l.
    unfold Rmax, Rabs; destruct (Rle_dec 0 _), (Rle_dec (IZR (snd i) / S) _), (Rcase_abs x); lra.
Qed.
Lemma Rmax_mono a b c d : a <= b -> c <= d -> Rmax a c <= Rmax b d.
Proof. intros; unfold Rmax; destruct (Rle_dec a c), (Rle_dec b d); lra. Qed.
Lemma Rmin_mono a b c d : a <= b -> c <= d -> Rmin a c <= Rmin b d.
Proof. intros; unfold Rmin; destruct (Rle_dec a c), (Rle_dec b d); lra. Qed.
Lemma i_larger_sound i j x y : encloses i x -> encloses j y -> encloses (i_larger i j) (Rmax x y).
Proof.
  unfold encloses, i_larger; simpl; rewrite !scaled_max; intros [H1 H2] [K1 K2].
  split; apply Rmax_mono; assumption.
Qed.
Lemma i_smaller_sound i j x y : encloses i x -> encloses j y -> encloses (i_smaller i j) (Rmin x y).
Proof.
  unfold encloses, i_smaller; simpl; rewrite !scaled_min; intros [H1 H2] [K1 K2].
  split; apply Rmin_mono; assumption.
Qed.
Lemma i_exp_sound i j x : encloses i x -> i_exp i = Some j -> encloses j (exp x).
Proof.
  unfold encloses, i_exp; intros [H K] E; apply map_some in E as (h & Hh & ->); simpl; split.
  - apply Rle_trans with (1 := exp_down_le _), exp_le, H.
  - apply Rle_trans with (2 := exp_up_ge _ h Hh), exp_le, K.
Qed.
Lemma i_ln_sound i j x : encloses i x -> i_ln i = Some j -> encloses j (ln x).
Proof.
  unfold encloses, i_ln; intros [H K] E; apply both_some in E as (l & u & Hl & Hu & E).
  injection E as <-; simpl; destruct (ln_down_le _ l Hl) as [P L]; assert (Q := scaled_pos _ P); split.
  - apply Rle_trans with (1 := L), ln_le; assumption.
  - apply Rle_trans with (2 := ln_up_ge _ u Hu), ln_le; lra.
Qed.
Lemma i_sqrt_sound i x : encloses i x -> encloses (i_sqrt i) (sqrt x).
Proof.
  unfold encloses, i_sqrt; simpl; intros [H K]; split.
  - apply Rle_trans with (1 := sqrt_down_le _), sqrt_le_1_alt, H.
  - apply Rle_trans with (2 := sqrt_up_ge _), sqrt_le_1_alt, K.
Qed.
Lemma i_square_sound i x : encloses i x -> encloses (i_square i) (x * x).
Proof.
  intros H; unfold i_square; replace (x * x) with (Rabs x * Rabs x)
    by (rewrite <- Rabs_mult; apply Rabs_right, Rle_ge, Rle_0_sqr).
  apply i_mul_sound; apply i_abs_sound, H.
Qed.
Lemma i_power_sound i x n : encloses i x -> encloses (i_power i n) (x ^ Pos.to_nat n).
Proof.
  intros H; induction n as [n IH|n IH|]; cbn [i_power].
  - rewrite Pos2Nat.inj_xI; replace (x ^ _) with (x * (x ^ Pos.to_nat n * x ^ Pos.to_nat n)).
    + apply i_mul_sound; [exact H|apply i_square_sound, IH].
    + rewrite <- pow_add; simpl; do 2 f_equal; lia.
  - rewrite Pos2Nat.inj_xO; replace (x ^ _) with (x ^ Pos.to_nat n * x ^ Pos.to_nat n).
    + apply i_square_sound, IH.
    + rewrite <- pow_add; f_equal; lia.
  - change (x ^ Pos.to_nat 1) with (x * 1); rewrite Rmult_1_r; exact H.
Qed.
Lemma i_powerZ_sound z i j x : encloses i x -> i_powerZ z i = Some j -> encloses j (powerRZ x z).
Proof.
  intros H; destruct z as [|n|n]; cbn [i_powerZ powerRZ].
  - intros E; injection E as <-; apply i_number_sound.
  - destruct (_ <? _)%Z; intros E; [|discriminate]; injection E as <-; apply i_power_sound, H.
  - destruct (_ <? _)%Z; intros E; [|discriminate].
    apply (i_inv_sound _ _ _ (i_power_sound i x n H) E).
Qed.

(** An exponent that is not whole: x^y = exp (y ln x), for x > 0. *)
Definition i_real_power (i j : interval) : option interval :=
  one (fun l => i_exp (i_mul j l)) (i_ln i).
Lemma i_real_power_sound i j k x y : encloses i x -> encloses j y ->
  i_real_power i j = Some k -> encloses k (Pow x y).
Proof.
  unfold i_real_power; intros Hx Hy E; apply one_some in E as (l & Hl & E).
  assert (P : 0 < x).
  { unfold i_ln in Hl; apply both_some in Hl as (u & v & Hu & _ & _).
    destruct (ln_down_le _ _ Hu) as [Q _]; apply scaled_pos in Q; destruct Hx; lra. }
  rewrite Pow_Rpower by exact P; unfold Rpower.
  apply (i_exp_sound _ _ _ (i_mul_sound _ _ _ _ Hy (i_ln_sound _ _ _ Hx Hl)) E).
Qed.

(** pi = 16 atan (1/5) - 4 atan (1/239), and the series of atan alternates. *)
Definition atan_term (q : Z) (n : nat) : interval :=
  let k := (2 * Z.of_nat n + 1)%Z in let d := (q ^ k * k)%Z in (div_down scale d, div_up scale d).
Fixpoint atan_sum (q : Z) (n : nat) : interval :=
  match n with
  | O => atan_term q 0
  | Datatypes.S m =>
      i_add (atan_sum q m) (if Nat.even n then atan_term q n else i_opp (atan_term q n))
  end.
Definition atan_inverse (q : Z) : interval :=
  let n := (Pos.to_nat p / 8 + 1)%nat in
  (fst (atan_sum q (Datatypes.S (2 * n))), snd (atan_sum q (2 * n))).
Definition pi_machin : interval :=
  i_add (i_mul (i_number 16) (atan_inverse 5)) (i_opp (i_mul (i_number 4) (atan_inverse 239))).

Lemma atan_term_sound q n : (1 < q)%Z -> encloses (atan_term q n) (Ratan_seq (/ IZR q) n).
Proof.
  intros H; unfold atan_term, Ratan_seq, encloses; cbv zeta; cbn [fst snd].
  set (k := (2 * Z.of_nat n + 1)%Z); set (d := (q ^ k * k)%Z).
  assert (Hd : (0 < d)%Z) by (apply Z.mul_pos_pos; [apply Z.pow_pos_nonneg|]; lia).
  replace ((/ IZR q) ^ (2 * n + 1) / INR (2 * n + 1)) with (S / IZR d / S).
  - split; apply Rmult_le_compat_r; try (left; apply Rinv_0_lt_compat, scale_pos);
      [apply div_down_le, Hd|apply div_up_ge, Hd].
  - assert (Hq := IZR_lt _ _ H); rewrite pow_inv, INR_IZR_INZ.
    replace (Z.of_nat (2 * n + 1)) with k by lia; unfold d; rewrite mult_IZR.
    replace k with (Z.of_nat (2 * n + 1)) at 1 by lia; rewrite <- pow_IZR.
    assert (Hk : 0 < IZR k) by (apply IZR_lt; lia); assert (P := scale_pos).
    field; repeat split; try lra; apply pow_nonzero; lra.
Qed.
Lemma minus_one_even n : (-1) ^ n = if Nat.even n then 1 else -1.
Proof.
  induction n as [|n IH]; [reflexivity|].
  rewrite Nat.even_succ, <- Nat.negb_even; simpl; rewrite IH; destruct (Nat.even n); simpl; ring.
Qed.
Lemma atan_sum_sound q n : (1 < q)%Z ->
  encloses (atan_sum q n) (sum_f_R0 (tg_alt (Ratan_seq (/ IZR q))) n).
Proof.
  intros H; induction n as [|n IH]; cbn [atan_sum sum_f_R0].
  - unfold tg_alt; rewrite pow_O, Rmult_1_l; apply atan_term_sound, H.
  - apply i_add_sound; [exact IH|]; unfold tg_alt; rewrite minus_one_even.
    destruct (Nat.even (Datatypes.S n)); [rewrite Rmult_1_l; apply atan_term_sound, H|].
    replace (-1 * Ratan_seq (/ IZR q) (Datatypes.S n)) with (- Ratan_seq (/ IZR q) (Datatypes.S n)) by ring.
    apply i_opp_sound, atan_term_sound, H.
Qed.
Lemma atan_alternates x n : 0 < x < 1 ->
  sum_f_R0 (tg_alt (Ratan_seq x)) (Datatypes.S (2 * n)) <= atan x <=
  sum_f_R0 (tg_alt (Ratan_seq x)) (2 * n).
Proof.
  intros H; rewrite atan_eq_ps_atan by exact H; unfold ps_atan.
  destruct (Ratan.in_int x) as [h|N]; [|exfalso; apply N; lra].
  destruct (ps_atan_exists_1 x h) as [v Hv]; apply alternated_series_ineq;
    [apply Ratan_seq_decreasing; lra|apply Ratan_seq_converging; lra|exact Hv].
Qed.
Lemma atan_inverse_sound q : (1 < q)%Z -> encloses (atan_inverse q) (atan (/ IZR q)).
Proof.
  intros H; unfold atan_inverse; cbv zeta; set (n := (_ + 1)%nat).
  assert (B : 0 < / IZR q < 1).
  { apply IZR_lt in H; split; [apply Rinv_0_lt_compat; lra|].
    rewrite <- Rinv_1; apply Rinv_lt_contravar; lra. }
  destruct (atan_alternates _ n B) as [L U].
  destruct (atan_sum_sound q (Datatypes.S (2 * n)) H) as [L' _], (atan_sum_sound q (2 * n) H) as [_ U'].
  split; cbn [fst snd]; lra.
Qed.
Lemma pi_machin_sound : encloses pi_machin PI.
Proof.
  replace PI with (16 * atan (/ 5) + - (4 * atan (/ 239)))
    by (generalize Machin_4_5_239; lra).
  apply i_add_sound; [|apply i_opp_sound]; apply i_mul_sound;
    first [apply i_number_sound|apply atan_inverse_sound; lia].
Qed.
End Rounding.

(** pi times 2^330, rounded down; computed once. *)
Definition pi_floor : Z :=
  6871450808537260969119581157601283318583494747573400525544556978536154335919928709221888398247976697.
Definition pi_scale : Z := (2 ^ 330)%Z.
Definition pi_rest : Z := (2 ^ 20)%Z.
Definition pi_checked (i : interval) : bool :=
  ((pi_floor * pi_rest <=? fst i) && (snd i <=? (pi_floor + 1) * pi_rest))%Z%bool.

Lemma coarser a b l u c t x : 0 < c -> 0 < t -> a * c <= l -> u <= b * c ->
  l / (t * c) <= x <= u / (t * c) -> a / t <= x <= b / t.
Proof.
  intros Hc Ht Hl Hu [L U]; assert (I : 0 < / (t * c)) by (apply Rinv_0_lt_compat; nra).
  replace (a / t) with (a * c * / (t * c)) by (field; lra).
  replace (b / t) with (b * c * / (t * c)) by (field; lra); split.
  - apply Rle_trans with (2 := L), Rmult_le_compat_r; lra.
  - apply Rle_trans with (1 := U), Rmult_le_compat_r; lra.
Qed.
Lemma checked_bounds i s x : (s = pi_scale * pi_rest)%Z -> pi_checked i = true ->
  IZR (fst i) / IZR s <= x <= IZR (snd i) / IZR s ->
  IZR pi_floor / IZR pi_scale <= x <= IZR (pi_floor + 1) / IZR pi_scale.
Proof.
  intros E C; apply andb_prop in C; destruct C as [A B]; apply Z.leb_le in A, B.
  apply IZR_le in A, B; rewrite mult_IZR in A, B; rewrite E, mult_IZR.
  apply coarser; [apply IZR_lt; reflexivity|apply IZR_lt; reflexivity|exact A|exact B].
Qed.
Lemma pi_bounds : IZR pi_floor / IZR pi_scale <= PI <= IZR (pi_floor + 1) / IZR pi_scale.
Proof.
  apply (checked_bounds (pi_machin 350) (scale 350)); [vm_compute; reflexivity| |].
  - vm_cast_no_check (eq_refl true).
  - exact (pi_machin_sound 350).
Qed.

Section Enclosure.
Variable p : positive.

Definition pi_enclosure : interval :=
  (div_down (pi_floor * scale p) pi_scale, div_up ((pi_floor + 1) * scale p) pi_scale).
Lemma pi_sound : encloses p pi_enclosure PI.
Proof.
  assert (P := scale_pos p); assert (H : (0 < pi_scale)%Z) by reflexivity.
  assert (Q := IZR_lt _ _ H); destruct pi_bounds as [L U].
  assert (K : forall a, IZR (a * scale p) / IZR pi_scale = IZR a / IZR pi_scale * IZR (scale p))
    by (intros a; rewrite mult_IZR; field; lra).
  unfold pi_enclosure; split; cbn [fst snd].
  - apply le_scaled, Rle_trans with (1 := div_down_le _ _ H); rewrite K.
    apply Rmult_le_compat_r; [lra|exact L].
  - apply scaled_le, Rle_trans with (2 := div_up_ge _ _ H); rewrite K.
    apply Rmult_le_compat_r; [lra|exact U].
Qed.

Fixpoint enclosure (e : expr) : option interval :=
  match e with
  | Num z => Some (i_number p z)
  | Pi => Some pi_enclosure
  | Opp a => option_map i_opp (enclosure a)
  | Inv a => one (i_inv p) (enclosure a)
  | Add a b => both (fun i j => Some (i_add i j)) (enclosure a) (enclosure b)
  | Sub a b => both (fun i j => Some (i_add i (i_opp j))) (enclosure a) (enclosure b)
  | Mul a b => both (fun i j => Some (i_mul p i j)) (enclosure a) (enclosure b)
  | Div a b => both (i_div p) (enclosure a) (enclosure b)
  | Power a b =>
      match whole b with
      | Some z => one (i_powerZ p z) (enclosure a)
      | None => both (i_real_power p) (enclosure a) (enclosure b)
      end
  | PowerZ a z => one (i_powerZ p z) (enclosure a)
  | Exp a => one (i_exp p) (enclosure a)
  | Ln a => one (i_ln p) (enclosure a)
  | Sqrt a => option_map (i_sqrt p) (enclosure a)
  | Abs a => option_map i_abs (enclosure a)
  | Larger a b => both (fun i j => Some (i_larger i j)) (enclosure a) (enclosure b)
  | Smaller a b => both (fun i j => Some (i_smaller i j)) (enclosure a) (enclosure b)
  end.

Theorem enclosure_sound e i : enclosure e = Some i -> encloses p i (value e).
Proof.
  revert i; induction e; cbn [enclosure value]; intros i H;
    lazymatch type of H with
    | option_map _ _ = _ => apply map_some in H as (j & Hj & ->)
    | one _ _ = _ => apply one_some in H as (j & Hj & H)
    | both _ _ _ = _ => apply both_some in H as (j & k & Hj & Hk & H)
    | _ => idtac
    end.
  - injection H as <-; apply i_number_sound.
  - injection H as <-; apply pi_sound.
  - apply i_opp_sound, IHe, Hj.
  - apply (i_inv_sound p j i); [apply IHe, Hj|exact H].
  - injection H as <-; apply i_add_sound; [apply IHe1, Hj|apply IHe2, Hk].
  - injection H as <-; apply i_add_sound; [apply IHe1, Hj|apply i_opp_sound, IHe2, Hk].
  - injection H as <-; apply i_mul_sound; [apply IHe1, Hj|apply IHe2, Hk].
  - apply (i_div_sound p j k i); [apply IHe1, Hj|apply IHe2, Hk|exact H].
  - destruct (whole e2) as [z|] eqn:W.
    + apply one_some in H as (j & Hj & H).
      rewrite (whole_value e2 z W), Pow_IZR; apply (i_powerZ_sound p z j i); [apply IHe1, Hj|exact H].
    + apply both_some in H as (j & k & Hj & Hk & H).
      apply (i_real_power_sound p j k i); [apply IHe1, Hj|apply IHe2, Hk|exact H].
  - apply (i_powerZ_sound p z j i); [apply IHe, Hj|exact H].
  - apply (i_exp_sound p j i); [apply IHe, Hj|exact H].
  - apply (i_ln_sound p j i); [apply IHe, Hj|exact H].
  - apply i_sqrt_sound, IHe, Hj.
  - apply i_abs_sound, IHe, Hj.
  - injection H as <-; apply i_larger_sound; [apply IHe1, Hj|apply IHe2, Hk].
  - injection H as <-; apply i_smaller_sound; [apply IHe1, Hj|apply IHe2, Hk].
Qed.
End Enclosure.

(** * 6. The decision and the tactic *)

(** Is a < b (for strict = true) or a <= b? None where the precision p does not tell. *)
Definition ordered (strict : bool) (p : positive) (a b : expr) : option bool :=
  match exact_value a, exact_value b with
  | Some x, Some y => Some (if strict then negb (Qle_bool y x) else Qle_bool x y)
  | _, _ =>
      match enclosure p (Sub a b) with
      | Some (l, h) =>
          if (if strict then h <? 0 else h <=? 0)%Z then Some true
          else if (if strict then 0 <=? l else 0 <? l)%Z then Some false else None
      | None => None
      end
  end.

Theorem ordered_sound strict p a b : ordered strict p a b = Some true ->
  if strict then value a < value b else value a <= value b.
Proof.
  assert (I : match enclosure p (Sub a b) with
      | Some (l, h) =>
          if (if strict then h <? 0 else h <=? 0)%Z then Some true
          else if (if strict then 0 <=? l else 0 <? l)%Z then Some false else None
      | None => None
      end = Some true -> if strict then value a < value b else value a <= value b).
  { destruct (enclosure p (Sub a b)) as [[l h]|] eqn:E; [|discriminate].
    destruct (enclosure_sound p _ _ E) as [_ H].
    cbn [snd value] in H; assert (P := scale_pos p).
    assert (K := Rinv_0_lt_compat _ P); unfold Rdiv in H.
    destruct strict.
    - destruct (h <? 0)%Z eqn:L; [|destruct (0 <=? l)%Z; discriminate].
      intros _; apply Z.ltb_lt, IZR_lt in L; nra.
    - destruct (h <=? 0)%Z eqn:L; [|destruct (0 <? l)%Z; discriminate].
      intros _; apply Z.leb_le, IZR_le in L; nra. }
  unfold ordered; destruct (exact_value a) as [x|] eqn:Ea; [|exact I].
  destruct (exact_value b) as [y|] eqn:Eb; [|exact I].
  rewrite (exact_sound a x Ea), (exact_sound b y Eb); intros H; injection H as H.
  destruct strict.
  - apply Qlt_Rlt, Qnot_le_lt; intros L; apply Qle_bool_iff in L; rewrite L in H; discriminate.
  - apply Qle_Rle, Qle_bool_iff, H.
Qed.
Lemma ordered_lt p a b : ordered true p a b = Some true -> value a < value b.
Proof. exact (ordered_sound true p a b). Qed.
Lemma ordered_le p a b : ordered false p a b = Some true -> value a <= value b.
Proof. exact (ordered_sound false p a b). Qed.

Ltac literal_positive p :=
  lazymatch p with xH => idtac | xO ?q => literal_positive q | xI ?q => literal_positive q end.
Ltac literal_integer z :=
  lazymatch z with Z0 => idtac | Zpos ?p => literal_positive p | Zneg ?p => literal_positive p end.
Ltac literal_natural n :=
  lazymatch n with O => idtac | Datatypes.S ?m => literal_natural m end.

(** The expression whose value is the number x; fails where x is of another kind. *)
Ltac read x :=
  let unary f a := let u := read a in constr:(f u) in
  let binary f a b := let u := read a in let v := read b in constr:(f u v) in
  lazymatch x with
  | IZR ?z => let _ := match goal with _ => literal_integer z end in constr:(Num z)
  | R0 => constr:(Num 0)
  | R1 => constr:(Num 1)
  | PI => constr:(Pi)
  | - ?a => unary Opp a
  | / ?a => unary Inv a
  | ?a + ?b => binary Add a b
  | ?a - ?b => binary Sub a b
  | ?a * ?b => binary Mul a b
  | ?a / ?b => binary Div a b
  | Pow ?a ?b => binary Power a b
  | ?a ^ ?n =>
      let _ := match goal with _ => literal_natural n end in
      let u := read a in let z := eval compute in (Z.of_nat n) in constr:(PowerZ u z)
  | powerRZ ?a ?z =>
      let _ := match goal with _ => literal_integer z end in
      let u := read a in constr:(PowerZ u z)
  | Rpower ?a ?b => let u := read a in let v := read b in constr:(Exp (Mul v (Ln u)))
  | exp ?a => unary Exp a
  | ln ?a => unary Ln a
  | sqrt ?a => unary Sqrt a
  | Rabs ?a => unary Abs a
  | Rmax ?a ?b => binary Larger a b
  | Rmin ?a ?b => binary Smaller a b
  | sigmoid ?a => let u := read a in constr:(Div (Num 1) (Add (Num 1) (Exp (Opp u))))
  | softplus ?a => let u := read a in constr:(Ln (Add (Num 1) (Exp u)))
  | relu ?a => let u := read a in constr:(Larger (Num 0) u)
  | log2 ?a => let u := read a in constr:(Div (Ln u) (Ln (Num 2)))
  | log10 ?a => let u := read a in constr:(Div (Ln u) (Ln (Num 10)))
  | sinh ?a => let u := read a in constr:(Div (Sub (Exp u) (Exp (Opp u))) (Num 2))
  | cosh ?a => let u := read a in constr:(Div (Add (Exp u) (Exp (Opp u))) (Num 2))
  | tanh ?a => let u := read a in
      constr:(Div (Div (Sub (Exp u) (Exp (Opp u))) (Num 2)) (Div (Add (Exp u) (Exp (Opp u))) (Num 2)))
  | ?a => fail "numbers: not a number without variables:" a
  end.

(** Decide with the precision p; where that does not tell, go on with [next]. *)
Ltac decide_at strict lemma a b p next :=
  let v := eval vm_compute in (ordered strict p a b) in
  lazymatch v with
  | Some true => refine (lemma p a b _); vm_cast_no_check (eq_refl (Some true))
  | Some false => fail "numbers: the comparison is false"
  | None => next ()
  end.
Ltac decide_order strict lemma x y :=
  let a := read x in let b := read y in
  let undecided _ := fail "numbers: not decided with 320 bits" in
  let at_320 _ := decide_at strict lemma a b 320%positive undecided in
  let at_160 _ := decide_at strict lemma a b 160%positive at_320 in
  decide_at strict lemma a b 40%positive at_160.

(** Proves a < b, a <= b, a > b, a >= b, a <> b, a = b, their negations and conjunctions, for
    numbers without variables. An equation is proved where both sides are rational. *)
Ltac numbers :=
  lazymatch goal with
  | |- ?x <= ?x => exact (Rle_refl x)
  | |- ?x < ?y => decide_order true ordered_lt x y
  | |- ?x <= ?y => decide_order false ordered_le x y
  | |- ?x > ?y => change (y < x); numbers
  | |- ?x >= ?y => apply Rle_ge; numbers
  | |- @eq R ?x ?x => reflexivity
  | |- @eq R ?x ?y => apply Rle_antisym; numbers
  | |- @eq R ?x ?y -> False => change (x <> y); numbers
  | |- ?x <> ?y => first [apply Rlt_not_eq; numbers | apply Rgt_not_eq; numbers]
  | |- ~ (?x < ?y) => apply Rle_not_lt; numbers
  | |- ~ (?x <= ?y) => apply Rlt_not_le; numbers
  | |- _ /\ _ => split; numbers
  | |- _ => fail "numbers: not a comparison of numbers"
  end.
