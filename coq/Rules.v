From Coq Require Import Reals Lra Lia ZArith Arith Classical FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Gradus Require Import Gradus.
Open Scope R_scope.

(** ** Facts for the rules *)

(** *** Powers *)

Lemma Pow_IZR x z : Pow x (IZR z) = powerRZ x z.
Proof.
  unfold Pow; destruct (int_dec (IZR z)) as [_|N]; [rewrite Int_part_IZR; reflexivity|].
  contradiction N; apply is_int_IZR.
Qed.
Lemma Pow_nat x n : Pow x (INR n) = x ^ n.
Proof. rewrite INR_IZR_INZ, Pow_IZR; symmetry; apply pow_powerRZ. Qed.
Lemma Pow_0 x : Pow x 0 = 1.
Proof. exact (Pow_nat x 0). Qed.
Lemma Pow_1 x : Pow x 1 = x.
Proof. rewrite <- (pow_1 x) at 2; exact (Pow_nat x 1). Qed.
Lemma Pow_2 x : Pow x 2 = x * x.
Proof. replace (x * x) with (x ^ 2) by ring; exact (Pow_nat x 2). Qed.
Lemma Pow_Rpower x y : 0 < x -> Pow x y = Rpower x y.
Proof.
  intros H; unfold Pow; destruct (int_dec y) as [[z ->]|_].
  - rewrite Int_part_IZR; apply powerRZ_Rpower, H.
  - destruct (eq_dec x 0); [lra|reflexivity].
Qed.
Lemma Pow_pos x y : 0 < x -> 0 < Pow x y.
Proof. intros H; rewrite Pow_Rpower by exact H; apply exp_pos. Qed.
(** A whole number that is not negative is a natural one. *)
Lemma is_nat x : is_int x -> 0 <= x -> exists n : nat, x = INR n.
Proof.
  intros [z ->] H; exists (Z.to_nat z); apply le_IZR in H.
  rewrite INR_IZR_INZ, Z2Nat.id by exact H; reflexivity.
Qed.

(** *** Decisions *)

(** Decide everything, and leave it to arithmetic. *)
Ltac decide_all :=
  unfold delta, bracket, ne_dec, not_dec, and_dec, le_dec, lt_dec, eq_dec;
  repeat match goal with
  | |- context [Req_EM_T ?a ?b] => destruct (Req_EM_T a b)
  | |- context [Rle_lt_dec ?a ?b] => destruct (Rle_lt_dec a b)
  | |- context [Rlt_le_dec ?a ?b] => destruct (Rlt_le_dec a b)
  end; subst; try lra; try contradiction.

(** *** Factorials *)

Lemma Fact_nat n : Fact (INR n) = INR (fact n).
Proof. unfold Fact; rewrite (INR_IZR_INZ n), Int_part_IZR, Nat2Z.id; reflexivity. Qed.
Lemma Fact_pos x : 0 < Fact x.
Proof. apply lt_0_INR, lt_O_fact. Qed.

(** *** Sums and products: one term after another *)

(** An equation that each further term keeps. *)
Ltac terms := unfold Sum, Prod; let n := fresh "n" in let IH := fresh "IH" in
  match goal with |- context [count ?a ?b] => induction (count a b) as [|n IH] end;
  simpl; [ring|rewrite IH; ring].

Lemma Sum_plus a b F G : Sum a b (fun k => F k + G k) = Sum a b F + Sum a b G.
Proof. terms. Qed.
Lemma Sum_mult_l a b u F : Sum a b (fun k => u * F k) = u * Sum a b F.
Proof. terms. Qed.
Lemma Sum_mult_r a b u F : Sum a b (fun k => F k * u) = Sum a b F * u.
Proof. terms. Qed.
Lemma Sum_0 a b : Sum a b (fun _ => 0) = 0.
Proof. terms. Qed.
Lemma Sum_zero a b F : (forall k, range k a b -> F k = 0) -> Sum a b F = 0.
Proof. intros H; rewrite <- (Sum_0 a b); apply in_Sum, H. Qed.
Lemma Prod_mult a b F G : Prod a b (fun k => F k * G k) = Prod a b F * Prod a b G.
Proof. terms. Qed.
Lemma Prod_1 a b : Prod a b (fun _ => 1) = 1.
Proof. terms. Qed.
Lemma Prod_one a b F : (forall k, range k a b -> F k = 1) -> Prod a b F = 1.
Proof. intros H; rewrite <- (Prod_1 a b); apply in_Prod, H. Qed.
Lemma Prod_ne a b F : (forall k, range k a b -> F k <> 0) -> Prod a b F <> 0.
Proof.
  intros H; apply Prod_ind; [lra|]; intros k s Hk Hs.
  apply Rmult_integral_contrapositive_currified; [exact Hs|apply H, Hk].
Qed.
(** The same as [Sum_ind2] for two products. *)
Lemma Prod_ind2 (P : R -> R -> Prop) a b F G :
  P 1 1 -> (forall k s t, range k a b -> P s t -> P (s * F k) (t * G k)) -> P (Prod a b F) (Prod a b G).
Proof.
  intros H0 HS; unfold Prod.
  assert (K : forall i, (i < count a b)%nat -> range (first a + INR i) a b) by (intros; apply range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [exact H0|].
  apply HS; [apply K; lia|apply IH; intros; apply K; lia].
Qed.
Lemma Prod_exp a b F : Prod a b (fun k => exp (F k)) = exp (Sum a b F).
Proof.
  unfold Sum, Prod; induction (count a b) as [|n IH]; simpl; [symmetry; apply exp_0|].
  rewrite IH, exp_plus; reflexivity.
Qed.
Lemma Sum_swap a b c d F :
  Sum a b (fun k => Sum c d (fun l => F k l)) = Sum c d (fun l => Sum a b (fun k => F k l)).
Proof.
  unfold Sum at 1 4; induction (count a b) as [|n IH]; simpl; [symmetry; apply Sum_0|].
  rewrite Sum_plus, IH; reflexivity.
Qed.

(** *** Sums and products: the ends *)

Lemma Sum_empty a b F : b < a -> Sum a b F = 0.
Proof. intros H; unfold Sum; rewrite count_empty by exact H; reflexivity. Qed.
Lemma Prod_empty a b F : b < a -> Prod a b F = 1.
Proof. intros H; unfold Prod; rewrite count_empty by exact H; reflexivity. Qed.

(** From z on, n terms. Ranges with whole ends are of this kind. *)
Lemma count_n z n : count (IZR z) (IZR z + INR n - 1) = n.
Proof.
  rewrite INR_IZR_INZ, <- plus_IZR, <- minus_IZR, count_int.
  replace (z + Z.of_nat n - 1 - z + 1)%Z with (Z.of_nat n) by lia; apply Nat2Z.id.
Qed.
Lemma Sum_n z n F : Sum (IZR z) (IZR z + INR n - 1) F = sum_first n (fun i => F (IZR z + INR i)).
Proof. unfold Sum; rewrite count_n, first_int; reflexivity. Qed.
Lemma Prod_n z n F : Prod (IZR z) (IZR z + INR n - 1) F = prod_first n (fun i => F (IZR z + INR i)).
Proof. unfold Prod; rewrite count_n, first_int; reflexivity. Qed.
Lemma whole_ends a b : is_int a -> is_int b -> a <= b + 1 -> exists z n, a = IZR z /\ b = IZR z + INR n - 1.
Proof.
  intros [z ->] Hb H; exists z.
  destruct (is_nat (b + 1 - IZR z)) as [n E]; [|lra|exists n; split; lra].
  apply is_int_minus; [apply is_int_plus; [exact Hb|exact (is_int_IZR 1)]|apply is_int_IZR].
Qed.

Lemma sum_first_plus m n f : sum_first (m + n) f = sum_first m f + sum_first n (fun i => f (m + i)%nat).
Proof.
  induction n as [|n IH]; [rewrite Nat.add_0_r; simpl; ring|].
  rewrite Nat.add_succ_r; simpl; rewrite IH; ring.
Qed.
Lemma prod_first_plus m n f : prod_first (m + n) f = prod_first m f * prod_first n (fun i => f (m + i)%nat).
Proof.
  induction n as [|n IH]; [rewrite Nat.add_0_r; simpl; ring|].
  rewrite Nat.add_succ_r; simpl; rewrite IH; ring.
Qed.
Lemma Sum_split a b c F : is_int a -> is_int b -> is_int c -> a <= c + 1 -> c <= b ->
  Sum a b F = Sum a c F + Sum (c + 1) b F.
Proof.
  intros Ha Hb Hc H1 H2; destruct (whole_ends a c Ha Hc H1) as (z & m & -> & ->).
  destruct (whole_ends (IZR z + INR m - 1 + 1) b) as (y & n & E & ->);
    [apply is_int_plus; [exact Hc|exact (is_int_IZR 1)]|exact Hb|lra|].
  rewrite E, Sum_n, Sum_n; replace (IZR y + INR n - 1) with (IZR z + INR (m + n) - 1) by (rewrite plus_INR; lra).
  rewrite Sum_n, sum_first_plus; f_equal.
  replace (fun i => F (IZR y + INR i)) with (fun i => F (IZR z + INR (m + i))); [reflexivity|].
  apply functional_extensionality; intros i; f_equal; rewrite plus_INR; lra.
Qed.
Lemma Prod_split a b c F : is_int a -> is_int b -> is_int c -> a <= c + 1 -> c <= b ->
  Prod a b F = Prod a c F * Prod (c + 1) b F.
Proof.
  intros Ha Hb Hc H1 H2; destruct (whole_ends a c Ha Hc H1) as (z & m & -> & ->).
  destruct (whole_ends (IZR z + INR m - 1 + 1) b) as (y & n & E & ->);
    [apply is_int_plus; [exact Hc|exact (is_int_IZR 1)]|exact Hb|lra|].
  rewrite E, Prod_n, Prod_n; replace (IZR y + INR n - 1) with (IZR z + INR (m + n) - 1) by (rewrite plus_INR; lra).
  rewrite Prod_n, prod_first_plus; f_equal.
  replace (fun i => F (IZR y + INR i)) with (fun i => F (IZR z + INR (m + i))); [reflexivity|].
  apply functional_extensionality; intros i; f_equal; rewrite plus_INR; lra.
Qed.
Lemma Sum_single a F : is_int a -> Sum a a F = F a.
Proof.
  intros [z ->]; replace (IZR z) with (IZR z + INR 1 - 1) at 2 by (simpl; lra).
  rewrite Sum_n; simpl; rewrite Rplus_0_r; apply Rplus_0_l.
Qed.
Lemma Prod_single a F : is_int a -> Prod a a F = F a.
Proof.
  intros [z ->]; replace (IZR z) with (IZR z + INR 1 - 1) at 2 by (simpl; lra).
  rewrite Prod_n; simpl; rewrite Rplus_0_r; apply Rmult_1_l.
Qed.

(** What is made of whole numbers is whole. *)
Ltac whole := repeat first [assumption | apply is_int_plus | apply is_int_minus | apply is_int_opp
  | apply is_int_mult | exact (is_int_IZR _) | apply is_int_INR].

Lemma Sum_last a b F : is_int a -> is_int b -> a <= b -> Sum a b F = Sum a (b - 1) F + F b.
Proof.
  intros Ha Hb H; rewrite (Sum_split a b (b - 1)) by (whole || lra).
  replace (b - 1 + 1) with b by ring; rewrite Sum_single by exact Hb; reflexivity.
Qed.
Lemma Prod_last a b F : is_int a -> is_int b -> a <= b -> Prod a b F = Prod a (b - 1) F * F b.
Proof.
  intros Ha Hb H; rewrite (Prod_split a b (b - 1)) by (whole || lra).
  replace (b - 1 + 1) with b by ring; rewrite Prod_single by exact Hb; reflexivity.
Qed.
Lemma Sum_first a b F : is_int a -> is_int b -> a <= b -> Sum a b F = F a + Sum (a + 1) b F.
Proof. intros Ha Hb H; rewrite (Sum_split a b a), Sum_single by (whole || lra); reflexivity. Qed.

(** Induction on whole ends: a property of all ranges from a on that holds for the empty one. *)
Lemma range_ind (P : R -> Prop) a : is_int a -> P (a - 1) ->
  (forall b, is_int b -> a <= b -> P (b - 1) -> P b) -> forall b, is_int b -> a <= b + 1 -> P b.
Proof.
  intros Ha H0 HS b Hb H; destruct (whole_ends a b Ha Hb H) as (z & n & -> & ->); clear Hb H.
  induction n as [|n IH]; [simpl; replace (IZR z + 0 - 1) with (IZR z - 1) by ring; exact H0|].
  rewrite S_INR; apply HS; [whole|pose proof (pos_INR n); lra|].
  replace (IZR z + (INR n + 1) - 1 - 1) with (IZR z + INR n - 1) by ring; exact IH.
Qed.

(** Ends that are not whole may be moved to the next whole number inside. *)
Definition last (b : R) : R := IZR (Int_part b).
Lemma count_whole a b : count (first a) (last b) = count a b.
Proof. unfold first, last; rewrite count_int; unfold count; f_equal; lia. Qed.
Lemma first_first a : first (first a) = first a.
Proof. apply first_int. Qed.
Lemma Sum_whole a b F : Sum (first a) (last b) F = Sum a b F.
Proof. unfold Sum; rewrite count_whole, first_first; reflexivity. Qed.
Lemma Prod_whole a b F : Prod (first a) (last b) F = Prod a b F.
Proof. unfold Prod; rewrite count_whole, first_first; reflexivity. Qed.
Lemma first_spec a : is_int (first a) /\ a <= first a < a + 1.
Proof.
  unfold first; split; [apply is_int_IZR|rewrite opp_IZR; destruct (base_Int_part (- a)); lra].
Qed.
Lemma last_spec b : is_int (last b) /\ b - 1 < last b <= b.
Proof. unfold last; split; [apply is_int_IZR|destruct (base_Int_part b); lra]. Qed.
Lemma first_least a k : is_int k -> a <= k -> first a <= k.
Proof.
  intros Hk H; destruct (first_spec a) as [Hf Hf'].
  destruct (Rle_lt_dec (first a) k) as [L|L]; [exact L|].
  pose proof (int_lt_le k (first a) Hk Hf L); lra.
Qed.
Lemma last_greatest b k : is_int k -> k <= b -> k <= last b.
Proof.
  intros Hk H; destruct (last_spec b) as [Hf Hf'].
  destruct (Rle_lt_dec k (last b)) as [L|L]; [exact L|].
  pose proof (int_lt_le (last b) k Hf Hk L); lra.
Qed.

(** A sum whose terms beyond a whole number c are 0 ends there; and one whose terms before are 0 begins there. *)
Lemma Sum_upper a b c F : is_int c -> c <= b -> (forall k, is_int k -> c < k -> F k = 0) -> Sum a b F = Sum a c F.
Proof.
  intros Hc H Z; destruct (first_spec a) as [Ha Ha'], (last_spec b) as [Hb Hb'].
  pose proof (last_greatest b c Hc H) as H'.
  rewrite <- (Sum_whole a b); destruct (Rle_lt_dec (first a) (c + 1)) as [L|L].
  - rewrite (Sum_split (first a) (last b) c) by assumption.
    rewrite (Sum_zero (c + 1)) by (intros k (Hk & K & _); apply Z; [exact Hk|lra]).
    rewrite Rplus_0_r, <- (Sum_whole a c); f_equal; symmetry.
    destruct Hc as [z ->]; unfold last; rewrite Int_part_IZR; reflexivity.
  - rewrite (Sum_empty a c) by lra; apply Sum_zero; intros k (Hk & K & _); apply Z; [exact Hk|lra].
Qed.
Lemma Sum_lower a b c F : is_int c -> a <= c -> (forall k, is_int k -> k < c -> F k = 0) -> Sum a b F = Sum c b F.
Proof.
  intros Hc H Z; destruct (first_spec a) as [Ha Ha'], (last_spec b) as [Hb Hb'].
  pose proof (first_least a c Hc H) as H'.
  rewrite <- (Sum_whole a b); destruct (Rle_lt_dec c (last b + 1)) as [L|L].
  - rewrite (Sum_split (first a) (last b) (c - 1)) by (whole || lra).
    rewrite (Sum_zero (first a) (c - 1)) by (intros k (Hk & _ & K); apply Z; [exact Hk|lra]).
    rewrite Rplus_0_l, <- (Sum_whole c b); f_equal.
    destruct Hc as [z ->]; rewrite first_int; ring.
  - rewrite (Sum_empty c b) by lra; apply Sum_zero; intros k (Hk & _ & K); apply Z; [exact Hk|lra].
Qed.
(** Where all terms but one are 0 (factors 1), that one is left. *)
Lemma Sum_select a b j F : range j a b -> (forall k, is_int k -> k <> j -> F k = 0) -> Sum a b F = F j.
Proof.
  intros (Hj & H1 & H2) Z; rewrite (Sum_upper a b j), (Sum_lower a j j), Sum_single;
    try assumption; try reflexivity; intros k Hk L; apply Z; try exact Hk; lra.
Qed.
Lemma Prod_select a b j F : range j a b -> (forall k, is_int k -> k <> j -> F k = 1) -> Prod a b F = F j.
Proof.
  intros (Hj & H1 & H2) Z; destruct (first_spec a) as [Ha _], (last_spec b) as [Hb _].
  pose proof (first_least a j Hj H1); pose proof (last_greatest b j Hj H2).
  rewrite <- (Prod_whole a b), (Prod_split (first a) (last b) j), (Prod_last (first a) j) by (assumption || lra).
  rewrite (Prod_one (first a)), (Prod_one (j + 1)); [ring| |]; intros k (Hk & K & L); apply Z; try exact Hk; lra.
Qed.

(** Shifting the range. *)
Lemma Int_part_plus x z : Int_part (x + IZR z) = (Int_part x + z)%Z.
Proof.
  destruct (base_Int_part x), (base_Int_part (x + IZR z)).
  enough (Int_part (x + IZR z) < Int_part x + z + 1 /\ Int_part x + z < Int_part (x + IZR z) + 1)%Z by lia.
  split; apply lt_IZR; rewrite !plus_IZR; lra.
Qed.
Lemma first_plus a z : first (a + IZR z) = first a + IZR z.
Proof.
  unfold first; replace (- (a + IZR z)) with (- a + IZR (- z)) by (rewrite opp_IZR; ring).
  rewrite Int_part_plus, <- plus_IZR; f_equal; lia.
Qed.
Lemma count_plus a b z : count (a + IZR z) (b + IZR z) = count a b.
Proof.
  unfold count; replace (- (a + IZR z)) with (- a + IZR (- z)) by (rewrite opp_IZR; ring).
  rewrite !Int_part_plus; f_equal; lia.
Qed.
Lemma Sum_shift a b c F : is_int c -> Sum a b F = Sum (a + c) (b + c) (fun k => F (k - c)).
Proof.
  intros [z ->]; unfold Sum; rewrite count_plus, first_plus; f_equal.
  apply functional_extensionality; intros i; f_equal; ring.
Qed.
Lemma Prod_shift a b c F : is_int c -> Prod a b F = Prod (a + c) (b + c) (fun k => F (k - c)).
Proof.
  intros [z ->]; unfold Prod; rewrite count_plus, first_plus; f_equal.
  apply functional_extensionality; intros i; f_equal; ring.
Qed.
(** A sum as the standard library has it. *)
Lemma sum_first_f_R0 n f : sum_first (S n) f = sum_f_R0 f n.
Proof. induction n as [|n IH]; [apply Rplus_0_l|simpl in *; rewrite IH; reflexivity]. Qed.

(** *** The larger of two *)

Lemma Rmax_plus_l u x y : u + Rmax x y = Rmax (u + x) (u + y).
Proof. unfold Rmax; destruct (Rle_dec x y), (Rle_dec (u + x) (u + y)); lra. Qed.

(** ** logarithms *)

Lemma r_log_mul :
  forall (u v : R), 0 < u -> 0 < v -> (ln (u * v)) = ((ln u) + (ln v)).
Proof. exact ln_mult. Qed.
Lemma r_log_div :
  forall (u v : R), 0 < u -> 0 < v -> (ln (u / v)) = ((ln u) - (ln v)).
Proof. exact ln_div. Qed.
Lemma r_log_pow :
  forall (u v : R), 0 < u -> (ln (Pow u v)) = (v * (ln u)).
Proof. intros u v H; rewrite Pow_Rpower by exact H; apply ln_exp. Qed.
Lemma r_log_prod :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> 0 < (F k)) -> (ln (Prod a b (fun k => F k))) = (Sum a b (fun k => ln (F k))).
Proof.
  intros a b F H; rewrite (in_Prod a b (fun k => F k) (fun k => exp (ln (F k))))
    by (intros k Hk; symmetry; apply exp_ln, H, Hk).
  rewrite Prod_exp; apply ln_exp.
Qed.
Lemma r_log_exp :
  forall (u : R), (ln (exp u)) = u.
Proof. exact ln_exp. Qed.
Lemma r_log_sqrt :
  forall (u : R), 0 < u -> (ln (sqrt u)) = ((ln u) / 2).
Proof. intros u H; rewrite <- Rpower_sqrt by exact H; unfold Rpower; rewrite ln_exp; lra. Qed.
Lemma r_log_one :
  (ln 1) = 0.
Proof. exact ln_1. Qed.
Lemma r_exp_log :
  forall (u : R), 0 < u -> (exp (ln u)) = u.
Proof. exact exp_ln. Qed.
Lemma r_exp_add :
  forall (u v : R), (exp (u + v)) = ((exp u) * (exp v)).
Proof. exact exp_plus. Qed.
Lemma r_exp_sub :
  forall (u v : R), (exp (u - v)) = ((exp u) / (exp v)).
Proof. intros u v; unfold Rminus, Rdiv; rewrite exp_plus, exp_Ropp; reflexivity. Qed.
Lemma r_exp_neg :
  forall (u : R), (exp (- u)) = (1 / (exp u)).
Proof. intros u; rewrite exp_Ropp; symmetry; apply Rmult_1_l. Qed.
Lemma r_exp_zero :
  (exp 0) = 1.
Proof. exact exp_0. Qed.
Lemma r_exp_mul :
  forall (u v : R), (exp (v * u)) = (Pow (exp u) v).
Proof. intros u v; rewrite Pow_Rpower by apply exp_pos; unfold Rpower; rewrite ln_exp; reflexivity. Qed.
Lemma r_exp_sum :
  forall (a b : R) (F : R -> R), (exp (Sum a b (fun k => F k))) = (Prod a b (fun k => exp (F k))).
Proof. intros a b F; symmetry; apply Prod_exp. Qed.
Lemma r_pow_as_exp :
  forall (u v : R), 0 < u -> (Pow u v) = (exp (v * (ln u))).
Proof. exact Pow_Rpower. Qed.
Lemma r_pow_add :
  forall (u v w : R), 0 < u -> (Pow u (v + w)) = ((Pow u v) * (Pow u w)).
Proof. intros u v w H; rewrite !Pow_Rpower by exact H; apply Rpower_plus. Qed.
Lemma r_pow_mul_base :
  forall (u v w : R), 0 < u -> 0 < v -> (Pow (u * v) w) = ((Pow u w) * (Pow v w)).
Proof.
  intros u v w Hu Hv; rewrite !Pow_Rpower by (try apply Rmult_lt_0_compat; assumption).
  symmetry; apply Rpower_mult_distr; assumption.
Qed.
Lemma r_pow_pow :
  forall (u v w : R), 0 < u -> (Pow (Pow u v) w) = (Pow u (v * w)).
Proof. intros u v w H; rewrite !Pow_Rpower by (try apply Pow_pos; exact H); apply Rpower_mult. Qed.
Lemma r_pow_one_base :
  forall (v : R), (Pow 1 v) = 1.
Proof. intros v; rewrite Pow_Rpower by lra; unfold Rpower; rewrite ln_1, Rmult_0_r; apply exp_0. Qed.
Lemma r_pow_delta :
  forall (u i j : R), (Pow u (delta i j)) = (if (eq_dec i j) then u else 1).
Proof. intros u i j; unfold delta; destruct (eq_dec i j); [apply Pow_1|apply Pow_0]. Qed.
Lemma r_pow_iverson_le :
  forall (u a b : R), (Pow u (bracket (le_dec a b))) = (if (le_dec a b) then u else 1).
Proof. intros u a b; unfold bracket; destruct (le_dec a b); [apply Pow_1|apply Pow_0]. Qed.
Lemma r_pow_iverson_lt :
  forall (u a b : R), (Pow u (bracket (lt_dec a b))) = (if (lt_dec a b) then u else 1).
Proof. intros u a b; unfold bracket; destruct (lt_dec a b); [apply Pow_1|apply Pow_0]. Qed.
Lemma r_sqrt_as_exp :
  forall (u : R), 0 < u -> (sqrt u) = (exp ((ln u) / 2)).
Proof. intros u H; rewrite <- Rpower_sqrt by exact H; unfold Rpower; f_equal; lra. Qed.
Lemma r_sqrt_square :
  forall (u : R), (sqrt (Pow u 2)) = (Rabs u).
Proof. intros u; rewrite Pow_2; apply sqrt_Rsqr_abs. Qed.
Lemma r_square_sqrt :
  forall (u : R), 0 <= u -> (Pow (sqrt u) 2) = u.
Proof. intros u H; rewrite Pow_2; apply sqrt_def, H. Qed.
Lemma r_abs_nonneg :
  forall (u : R), 0 <= u -> (Rabs u) = u.
Proof. exact Rabs_pos_eq. Qed.
Lemma r_abs_nonpos :
  forall (u : R), u <= 0 -> (Rabs u) = (- u).
Proof. exact Rabs_left1. Qed.
Lemma r_abs_square :
  forall (u : R), (Pow (Rabs u) 2) = (Pow u 2).
Proof. intros u; rewrite !Pow_2; symmetry; apply Rsqr_abs. Qed.
Lemma r_abs_neg :
  forall (u : R), (Rabs (- u)) = (Rabs u).
Proof. exact Rabs_Ropp. Qed.
Lemma r_abs_mul :
  forall (u v : R), (Rabs (u * v)) = ((Rabs u) * (Rabs v)).
Proof. exact Rabs_mult. Qed.
Lemma r_log_square :
  forall (u : R), u <> 0 -> (ln (Pow u 2)) = (2 * (ln (Rabs u))).
Proof.
  intros u H; assert (P : 0 < Rabs u) by (apply Rabs_pos_lt, H).
  rewrite <- r_abs_square; apply r_log_pow, P.
Qed.

(** ** sums *)

Lemma r_sum_add :
  forall (a b : R) (F G : R -> R), (Sum a b (fun k => (F k) + (G k))) = ((Sum a b (fun k => F k)) + (Sum a b (fun k => G k))).
Proof. intros a b F G; apply Sum_plus. Qed.
Lemma r_sum_sub :
  forall (a b : R) (F G : R -> R), (Sum a b (fun k => (F k) - (G k))) = ((Sum a b (fun k => F k)) - (Sum a b (fun k => G k))).
Proof. intros a b F G; terms. Qed.
Lemma r_sum_neg :
  forall (a b : R) (F : R -> R), (Sum a b (fun k => - (F k))) = (- (Sum a b (fun k => F k))).
Proof. intros a b F; terms. Qed.
Lemma r_sum_factor_out :
  forall (a b u : R) (F : R -> R), (Sum a b (fun k => u * (F k))) = (u * (Sum a b (fun k => F k))).
Proof. intros a b u F; apply Sum_mult_l. Qed.
Lemma r_sum_factor_out_right :
  forall (a b u : R) (F : R -> R), (Sum a b (fun k => (F k) * u)) = ((Sum a b (fun k => F k)) * u).
Proof. intros a b u F; apply Sum_mult_r. Qed.
Lemma r_sum_div :
  forall (a b u : R) (F : R -> R), (Sum a b (fun k => (F k) / u)) = ((Sum a b (fun k => F k)) / u).
Proof. intros a b u F; apply Sum_mult_r. Qed.
Lemma r_sum_const :
  forall (a b u : R), a <= (b + 1) -> is_int a -> is_int b -> (Sum a b (fun k => u)) = (((b - a) + 1) * u).
Proof.
  intros a b u H Ha Hb; destruct (whole_ends a b Ha Hb H) as (z & n & -> & ->); rewrite Sum_n.
  replace (IZR z + INR n - 1 - IZR z + 1) with (INR n) by ring.
  clear; induction n as [|n IH]; [simpl; ring|rewrite S_INR; simpl; rewrite IH; ring].
Qed.
Lemma r_sum_zero :
  forall (a b : R), (Sum a b (fun k => 0)) = 0.
Proof. exact Sum_0. Qed.
Lemma r_sum_empty :
  forall (a b : R) (F : R -> R), b < a -> (Sum a b (fun k => F k)) = 0.
Proof. intros a b F; apply Sum_empty. Qed.
Lemma r_sum_single :
  forall (a : R) (F : R -> R), is_int a -> (Sum a a (fun k => F k)) = (F a).
Proof. intros a F; apply Sum_single. Qed.
Lemma r_sum_swap :
  forall (a b c d : R) (F : R -> R -> R), (Sum a b (fun k => Sum c d (fun l => F k l))) = (Sum c d (fun l => Sum a b (fun k => F k l))).
Proof. intros a b c d F; apply Sum_swap. Qed.
Lemma r_sum_split_last :
  forall (a b : R) (F : R -> R), a <= b -> is_int a -> is_int b -> (Sum a b (fun k => F k)) = ((Sum a (b - 1) (fun k => F k)) + (F b)).
Proof. intros a b F H Ha Hb; apply Sum_last; assumption. Qed.
Lemma r_sum_split_first :
  forall (a b : R) (F : R -> R), a <= b -> is_int a -> is_int b -> (Sum a b (fun k => F k)) = ((F a) + (Sum (a + 1) b (fun k => F k))).
Proof. intros a b F H Ha Hb; apply Sum_first; assumption. Qed.
Lemma r_sum_split :
  forall (a b c : R) (F : R -> R), a <= (c + 1) -> c <= b -> is_int a -> is_int b -> is_int c -> (Sum a b (fun k => F k)) = ((Sum a c (fun k => F k)) + (Sum (c + 1) b (fun k => F k))).
Proof. intros a b c F H1 H2 Ha Hb Hc; apply Sum_split; assumption. Qed.
Lemma r_sum_shift :
  forall (a b c : R) (F : R -> R), is_int c -> (Sum a b (fun k => F k)) = (Sum (a + c) (b + c) (fun k => F (k - c))).
Proof. intros a b c F; apply Sum_shift. Qed.
Lemma r_sum_telescope :
  forall (a b : R) (F G : R -> R), a <= (b + 1) -> is_int a -> is_int b -> (forall k, range k a b -> (F k) = ((G k) - (G (k - 1)))) -> (Sum a b (fun k => F k)) = ((G b) - (G (a - 1))).
Proof.
  intros a b F G H Ha Hb E; rewrite (in_Sum a b (fun k => F k) (fun k => G k - G (k - 1))) by exact E.
  clear E; revert b Hb H; apply range_ind; [exact Ha|rewrite Sum_empty by lra; ring|].
  intros b Hb H IH; rewrite Sum_last, IH by assumption; ring.
Qed.
Lemma r_sum_reverse :
  forall (a b : R) (F : R -> R), is_int a -> is_int b -> (Sum a b (fun k => F k)) = (Sum a b (fun k => F ((a + b) - k))).
Proof.
  intros a b F Ha Hb; destruct (Rlt_le_dec b a) as [L|L]; [rewrite !Sum_empty by exact L; reflexivity|].
  apply (range_ind (fun b => Sum a b F = Sum a b (fun k => F (a + b - k))) a); [exact Ha| | |exact Hb|lra].
  - rewrite !Sum_empty by lra; reflexivity.
  - clear b Hb L; intros b Hb L IH; rewrite (Sum_last a b), (Sum_first a b), IH by assumption.
    replace (a + b - a) with b by ring; rewrite Rplus_comm; f_equal.
    rewrite (Sum_shift a (b - 1) 1) by exact (is_int_IZR 1); replace (b - 1 + 1) with b by ring.
    apply in_Sum; intros k _; f_equal; ring.
Qed.
Lemma r_sum_delta :
  forall (a b j : R) (F : R -> R), range j a b -> (Sum a b (fun k => (delta k j) * (F k))) = (F j).
Proof.
  intros a b j F H; rewrite (Sum_select a b j) by (exact H || intros k _ N; decide_all).
  decide_all.
Qed.
Lemma r_sum_delta_outside :
  forall (a b j : R) (F : R -> R), ~ (range j a b) -> (Sum a b (fun k => (delta k j) * (F k))) = 0.
Proof. intros a b j F N; apply Sum_zero; intros k Hk; decide_all. Qed.
Lemma r_sum_delta_bracket :
  forall (a b j : R) (F : R -> R), is_int a -> is_int b -> is_int j -> (Sum a b (fun k => (delta k j) * (F k))) = (((bracket (le_dec a j)) * (bracket (le_dec j b))) * (F j)).
Proof.
  intros a b j F Ha Hb Hj; destruct (classic (range j a b)) as [H|N].
  - rewrite r_sum_delta by exact H; destruct H as (_ & H1 & H2); decide_all.
  - rewrite r_sum_delta_outside by exact N; decide_all.
    contradiction N; repeat split; assumption.
Qed.
Lemma r_prod_mul :
  forall (a b : R) (F G : R -> R), (Prod a b (fun k => (F k) * (G k))) = ((Prod a b (fun k => F k)) * (Prod a b (fun k => G k))).
Proof. intros a b F G; apply Prod_mult. Qed.
Lemma r_prod_div :
  forall (a b : R) (F G : R -> R), (forall k, range k a b -> (G k) <> 0) -> (Prod a b (fun k => (F k) / (G k))) = ((Prod a b (fun k => F k)) / (Prod a b (fun k => G k))).
Proof.
  intros a b F G H; unfold Rdiv; rewrite Prod_mult; f_equal.
  apply (Rmult_eq_reg_r (Prod a b G)); [|apply Prod_ne, H].
  rewrite Rinv_l by (apply Prod_ne, H); rewrite <- Prod_mult; apply Prod_one.
  intros k Hk; apply Rinv_l, H, Hk.
Qed.
Lemma r_prod_pow :
  forall (a b u : R) (F : R -> R), (forall k, range k a b -> 0 < (F k)) -> (Prod a b (fun k => Pow (F k) u)) = (Pow (Prod a b (fun k => F k)) u).
Proof.
  intros a b u F H; apply (Prod_ind2 (fun s t => s = Pow t u /\ 0 < t)).
  - rewrite r_pow_one_base; lra.
  - intros k s t Hk [-> Ht]; rewrite r_pow_mul_base by (try apply H; assumption).
    split; [reflexivity|apply Rmult_lt_0_compat; [exact Ht|apply H, Hk]].
Qed.
Lemma r_prod_const :
  forall (a b u : R), a <= (b + 1) -> is_int a -> is_int b -> (Prod a b (fun k => u)) = (Pow u ((b - a) + 1)).
Proof.
  intros a b u H Ha Hb; destruct (whole_ends a b Ha Hb H) as (z & n & -> & ->); rewrite Prod_n.
  replace (IZR z + INR n - 1 - IZR z + 1) with (INR n) by ring; rewrite Pow_nat.
  clear; induction n as [|n IH]; [reflexivity|simpl; rewrite IH; ring].
Qed.
Lemma r_prod_one :
  forall (a b : R), (Prod a b (fun k => 1)) = 1.
Proof. exact Prod_1. Qed.
Lemma r_prod_empty :
  forall (a b : R) (F : R -> R), b < a -> (Prod a b (fun k => F k)) = 1.
Proof. intros a b F; apply Prod_empty. Qed.
Lemma r_prod_single :
  forall (a : R) (F : R -> R), is_int a -> (Prod a a (fun k => F k)) = (F a).
Proof. intros a F; apply Prod_single. Qed.
Lemma r_prod_split_last :
  forall (a b : R) (F : R -> R), a <= b -> is_int a -> is_int b -> (Prod a b (fun k => F k)) = ((Prod a (b - 1) (fun k => F k)) * (F b)).
Proof. intros a b F H Ha Hb; apply Prod_last; assumption. Qed.
Lemma r_prod_exp :
  forall (a b : R) (F : R -> R), (Prod a b (fun k => exp (F k))) = (exp (Sum a b (fun k => F k))).
Proof. intros a b F; apply Prod_exp. Qed.
Lemma r_prod_shift :
  forall (a b c : R) (F : R -> R), is_int c -> (Prod a b (fun k => F k)) = (Prod (a + c) (b + c) (fun k => F (k - c))).
Proof. intros a b c F; apply Prod_shift. Qed.
Lemma r_prod_select :
  forall (a b j : R) (F : R -> R), range j a b -> (Prod a b (fun k => if (eq_dec k j) then F k else 1)) = (F j).
Proof.
  intros a b j F H; rewrite (Prod_select a b j) by (exact H || intros k _ N; decide_all).
  decide_all.
Qed.
Lemma r_max_shift_out :
  forall (a b u : R) (F : R -> R), is_int a -> a <= b -> (Max a b (fun k => u + (F k))) = (u + (Max a b (fun k => F k))).
Proof.
  intros a b u F Ha H; unfold Max; pose proof (count_pos a b Ha H) as P.
  destruct (count a b) as [|n]; [lia|]; clear P.
  induction n as [|n IH]; [reflexivity|].
  change (Rmax (max_first (S n) (fun i => u + F (first a + INR i))) (u + F (first a + INR (S n))) =
    u + Rmax (max_first (S n) (fun i => F (first a + INR i))) (F (first a + INR (S n)))).
  rewrite IH; symmetry; apply Rmax_plus_l.
Qed.

(** ** ranges *)

Lemma r_sum_bracket_upper :
  forall (a b c : R) (F : R -> R), c <= b -> is_int c -> (Sum a b (fun k => (bracket (le_dec k c)) * (F k))) = (Sum a c (fun k => F k)).
Proof.
  intros a b c F H Hc; rewrite (Sum_upper a b c) by (try assumption; intros k _ L; decide_all).
  apply in_Sum; intros k (_ & _ & L); decide_all.
Qed.
Lemma r_sum_bracket_lower :
  forall (a b c : R) (F : R -> R), a <= c -> is_int c -> (Sum a b (fun k => (bracket (le_dec c k)) * (F k))) = (Sum c b (fun k => F k)).
Proof.
  intros a b c F H Hc; rewrite (Sum_lower a b c) by (try assumption; intros k _ L; decide_all).
  apply in_Sum; intros k (_ & L & _); decide_all.
Qed.
Lemma r_sum_triangle :
  forall (a b : R) (F : R -> R -> R), (Sum a b (fun k => Sum a k (fun l => F k l))) = (Sum a b (fun l => Sum l b (fun k => F k l))).
Proof.
  intros a b F; transitivity (Sum a b (fun k => Sum a b (fun l => bracket (le_dec l k) * F k l))).
  - apply in_Sum; intros k (Hk & _ & H); symmetry; apply r_sum_bracket_upper; assumption.
  - rewrite Sum_swap; apply in_Sum; intros l (Hl & H & _); apply r_sum_bracket_lower; assumption.
Qed.
Lemma r_sum_triangle_strict :
  forall (a b : R) (F : R -> R -> R), (Sum a b (fun k => Sum a (k - 1) (fun l => F k l))) = (Sum a b (fun l => Sum (l + 1) b (fun k => F k l))).
Proof.
  intros a b F; transitivity (Sum a b (fun k => Sum a b (fun l => bracket (le_dec l (k - 1)) * F k l))).
  - apply in_Sum; intros k (Hk & _ & H); symmetry; apply r_sum_bracket_upper; [lra|whole].
  - rewrite Sum_swap; apply in_Sum; intros l (Hl & H & _).
    rewrite <- (r_sum_bracket_lower a b (l + 1)) by (whole || lra).
    apply in_Sum; intros k _; decide_all.
Qed.
Lemma r_prod_split :
  forall (a b c : R) (F : R -> R), a <= (c + 1) -> c <= b -> is_int a -> is_int b -> is_int c -> (Prod a b (fun k => F k)) = ((Prod a c (fun k => F k)) * (Prod (c + 1) b (fun k => F k))).
Proof. intros a b c F H1 H2 Ha Hb Hc; apply Prod_split; assumption. Qed.
Lemma r_prod_pow_natural :
  forall (a b u : R) (F : R -> R), is_int u -> 0 <= u -> (Prod a b (fun k => Pow (F k) u)) = (Pow (Prod a b (fun k => F k)) u).
Proof.
  intros a b u F Hu Pu; destruct (is_nat u Hu Pu) as [n ->]; rewrite Pow_nat.
  apply (Prod_ind2 (fun s t => s = t ^ n)); [symmetry; apply pow1|].
  intros k s t _ ->; rewrite Pow_nat, Rpow_mult_distr; reflexivity.
Qed.
Lemma r_pow_add_natural :
  forall (u v w : R), is_int v -> is_int w -> 0 <= v -> 0 <= w -> (Pow u (v + w)) = ((Pow u v) * (Pow u w)).
Proof.
  intros u v w Hv Hw Pv Pw; destruct (is_nat v Hv Pv) as [m ->], (is_nat w Hw Pw) as [n ->].
  rewrite <- plus_INR, !Pow_nat; apply pow_add.
Qed.
Lemma r_pow_sub_one :
  forall (u v : R), is_int v -> u <> 0 -> (Pow u (v - 1)) = ((Pow u v) / u).
Proof.
  intros u v [z ->] H; rewrite <- minus_IZR, !Pow_IZR.
  unfold Z.sub; rewrite powerRZ_add by exact H; simpl; field; exact H.
Qed.

(** ** deltas *)

Lemma r_delta_same :
  forall (i : R), (delta i i) = 1.
Proof. intros i; decide_all. Qed.
Lemma r_delta_equal :
  forall (i j : R), i = j -> (delta i j) = 1.
Proof. intros i j H; decide_all. Qed.
Lemma r_delta_distinct :
  forall (i j : R), i <> j -> (delta i j) = 0.
Proof. intros i j H; decide_all. Qed.
Lemma r_delta_symmetric :
  forall (i j : R), (delta i j) = (delta j i).
Proof. intros i j; decide_all. Qed.
Lemma r_delta_square :
  forall (i j : R), ((delta i j) * (delta i j)) = (delta i j).
Proof. intros i j; decide_all. Qed.
Lemma r_delta_substitute :
  forall (i j : R) (F : R -> R), ((delta i j) * (F i)) = ((delta i j) * (F j)).
Proof. intros i j F; decide_all. Qed.
Lemma r_delta_shift :
  forall (i j c : R), (delta (i + c) (j + c)) = (delta i j).
Proof. intros i j c; decide_all. Qed.
Lemma r_iverson_true :
  forall (u v : R), u = v -> (bracket (eq_dec u v)) = 1.
Proof. intros u v H; decide_all. Qed.
Lemma r_iverson_eq_false :
  forall (u v : R), u <> v -> (bracket (eq_dec u v)) = 0.
Proof. intros u v H; decide_all. Qed.
Lemma r_iverson_delta :
  forall (i j : R), (bracket (eq_dec i j)) = (delta i j).
Proof. intros i j; decide_all. Qed.
Lemma r_iverson_ne :
  forall (i j : R), (bracket (ne_dec i j)) = (1 - (delta i j)).
Proof. intros i j; decide_all. Qed.
Lemma r_iverson_le_true :
  forall (u v : R), u <= v -> (bracket (le_dec u v)) = 1.
Proof. intros u v H; decide_all. Qed.
Lemma r_iverson_le_false :
  forall (u v : R), v < u -> (bracket (le_dec u v)) = 0.
Proof. intros u v H; decide_all. Qed.
Lemma r_iverson_lt :
  forall (u v : R), (bracket (lt_dec u v)) = (1 - (bracket (le_dec v u))).
Proof. intros u v; decide_all. Qed.
Lemma r_iverson_and :
  forall (u v w x : R), (bracket (and_dec (le_dec u v) (le_dec w x))) = ((bracket (le_dec u v)) * (bracket (le_dec w x))).
Proof. intros u v w x; decide_all. Qed.
Lemma r_iverson_not :
  forall (u v : R), (bracket (not_dec (eq_dec u v))) = (1 - (bracket (eq_dec u v))).
Proof. intros u v; decide_all. Qed.
Lemma r_iverson_square :
  forall (u v : R), ((bracket (le_dec u v)) * (bracket (le_dec u v))) = (bracket (le_dec u v)).
Proof. intros u v; decide_all. Qed.
Lemma r_if_eq :
  forall (i j u v : R), (if (eq_dec i j) then u else v) = (((delta i j) * u) + ((1 - (delta i j)) * v)).
Proof. intros i j u v; decide_all. Qed.
Lemma r_if_ne :
  forall (i j u v : R), (if (ne_dec i j) then u else v) = (((delta i j) * v) + ((1 - (delta i j)) * u)).
Proof. intros i j u v; decide_all. Qed.
Lemma r_if_le :
  forall (a b u v : R), (if (le_dec a b) then u else v) = (((bracket (le_dec a b)) * u) + ((1 - (bracket (le_dec a b))) * v)).
Proof. intros a b u v; decide_all. Qed.
Lemma r_if_lt :
  forall (a b u v : R), (if (lt_dec a b) then u else v) = (((bracket (le_dec b a)) * v) + ((1 - (bracket (le_dec b a))) * u)).
Proof. intros a b u v; decide_all. Qed.
Lemma r_maximum_left :
  forall (u v : R), v <= u -> (Rmax u v) = u.
Proof. exact Rmax_left. Qed.
Lemma r_maximum_right :
  forall (u v : R), u <= v -> (Rmax u v) = v.
Proof. exact Rmax_right. Qed.
Lemma r_minimum_as_maximum :
  forall (u v : R), (Rmin u v) = ((u + v) - (Rmax u v)).
Proof. intros u v; unfold Rmin, Rmax; destruct (Rle_dec u v); lra. Qed.

(** ** functions *)

Lemma r_sigmoid_exp :
  forall (u : R), (sigmoid u) = (1 / (1 + (exp (- u)))).
Proof. reflexivity. Qed.
Lemma r_softplus_log :
  forall (u : R), (softplus u) = (ln (1 + (exp u))).
Proof. reflexivity. Qed.
Lemma r_tanh_exp :
  forall (u : R), (tanh u) = (((exp u) - (exp (- u))) / ((exp u) + (exp (- u)))).
Proof.
  intros u; unfold tanh, sinh, cosh; pose proof (exp_pos u); pose proof (exp_pos (- u)).
  field; lra.
Qed.
Lemma r_tanh_sigmoid :
  forall (u : R), (tanh u) = ((2 * (sigmoid (2 * u))) - 1).
Proof.
  intros u; rewrite r_tanh_exp; unfold sigmoid; replace (- (2 * u)) with (- u + - u) by ring.
  rewrite exp_plus, exp_Ropp; pose proof (exp_pos u).
  assert (0 < exp u * exp u) by (apply Rmult_lt_0_compat; assumption).
  field; repeat split; nra.
Qed.
Lemma r_relu_positive :
  forall (u : R), 0 <= u -> (relu u) = u.
Proof. intros u; exact (Rmax_right 0 u). Qed.
Lemma r_relu_negative :
  forall (u : R), u <= 0 -> (relu u) = 0.
Proof. intros u; exact (Rmax_left 0 u). Qed.
Lemma r_relu_bracket :
  forall (u : R), (relu u) = ((1 - (bracket (le_dec u 0))) * u).
Proof. intros u; unfold relu, Rmax; destruct (Rle_dec 0 u); decide_all. Qed.
Lemma r_sign_positive :
  forall (u : R), 0 < u -> (sgn u) = 1.
Proof. intros u H; unfold sgn; decide_all. Qed.
Lemma r_sign_negative :
  forall (u : R), u < 0 -> (sgn u) = (- (1)).
Proof. intros u H; unfold sgn; decide_all. Qed.
Lemma r_sign_neg :
  forall (u : R), (sgn (- u)) = (- (sgn u)).
Proof. intros u; unfold sgn; decide_all. Qed.
Lemma r_sign_abs :
  forall (u : R), ((sgn u) * (Rabs u)) = u.
Proof. intros u; unfold sgn, Rabs; destruct (Rcase_abs u); decide_all. Qed.
Lemma r_factorial_step :
  forall (u : R), is_int u -> 0 <= u -> (Fact (u + 1)) = ((u + 1) * (Fact u)).
Proof.
  intros u Hu Pu; destruct (is_nat u Hu Pu) as [n ->]; rewrite <- S_INR, !Fact_nat.
  rewrite fact_simpl, mult_INR; reflexivity.
Qed.
Lemma r_binom_factorial :
  forall (u v : R), is_int u -> is_int v -> 0 <= v -> v <= u -> (Binom u v) = ((Fact u) / ((Fact v) * (Fact (u - v)))).
Proof. reflexivity. Qed.

(** ** gamma *)

Lemma r_positive_binom :
  forall (u v : R), is_int u -> is_int v -> 0 <= v -> v <= u -> 0 < (Binom u v).
Proof. intros u v _ _ _ _; apply Rdiv_lt_0_compat; [|apply Rmult_lt_0_compat]; apply Fact_pos. Qed.
Lemma r_binomial_theorem :
  forall (n u v : R), is_int n -> 0 <= n -> (Sum 0 n (fun k => ((Binom n k) * (Pow u k)) * (Pow v (n - k)))) = (Pow (u + v) n).
Proof.
  intros n u v Hn Pn; destruct (is_nat n Hn Pn) as [m ->]; rewrite Pow_nat, binomial.
  replace (INR m) with (IZR 0 + INR (S m) - 1) at 1 by (rewrite S_INR; ring); rewrite Sum_n, sum_first_f_R0.
  apply sum_eq; intros i Hi; rewrite Rplus_0_l, <- minus_INR, !Pow_nat by exact Hi.
  unfold Binom, C; rewrite <- minus_INR, !Fact_nat by exact Hi; reflexivity.
Qed.

(** ** derivatives *)

Lemma r_diff_const :
  forall {T_X : Type} (u : R) (X : location T_X), (D X (fun x' => u)) = 0.
Proof. Admitted.
Lemma r_diff_self :
  forall {T_X : Type} (X : location T_X), (D X (fun x' => crd X x')) = 1.
Proof. Admitted.
Lemma r_diff_entry :
  forall (x : R -> R) (i a : R), (D (var1 x a) (fun x' => x' i)) = (delta i a).
Proof. Admitted.
Lemma r_diff_entry_2 :
  forall (x : R -> R -> R) (i j a b : R), (D (var2 x a b) (fun x' => x' i j)) = ((delta i a) * (delta j b)).
Proof. Admitted.
Lemma r_diff_entry_3 :
  forall (x : R -> R -> R -> R) (i j k a b c : R), (D (var3 x a b c) (fun x' => x' i j k)) = (((delta i a) * (delta j b)) * (delta k c)).
Proof. Admitted.
Lemma r_diff_add :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') + (v x'))) = ((D X (fun x' => u x')) + (D X (fun x' => v x'))).
Proof. Admitted.
Lemma r_diff_sub :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') - (v x'))) = ((D X (fun x' => u x')) - (D X (fun x' => v x'))).
Proof. Admitted.
Lemma r_diff_neg :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => - (u x'))) = (- (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_diff_mul :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') * (v x'))) = (((D X (fun x' => u x')) * (v (pt X))) + ((u (pt X)) * (D X (fun x' => v x')))).
Proof. Admitted.
Lemma r_diff_mul_const :
  forall {T_X : Type} (u : R) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => u * (v x'))) = (u * (D X (fun x' => v x'))).
Proof. Admitted.
Lemma r_diff_mul_const_right :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => (u x') * v)) = ((D X (fun x' => u x')) * v).
Proof. Admitted.
Lemma r_diff_div :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> (D X (fun x' => (u x') / (v x'))) = ((((D X (fun x' => u x')) * (v (pt X))) - ((u (pt X)) * (D X (fun x' => v x')))) / (Pow (v (pt X)) 2)).
Proof. Admitted.
Lemma r_diff_div_const :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => (u x') / v)) = ((D X (fun x' => u x')) / v).
Proof. Admitted.
Lemma r_diff_reciprocal :
  forall {T_X : Type} (u : R) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> (D X (fun x' => u / (v x'))) = (- ((u * (D X (fun x' => v x'))) / (Pow (v (pt X)) 2))).
Proof. Admitted.
Lemma r_diff_pow :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_diff_pow_natural :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> is_int v -> 1 <= v -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_diff_pow_integer :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> is_int v -> (u (pt X)) <> 0 -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_diff_pow_base :
  forall {T_X : Type} (u : R) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < u -> (D X (fun x' => Pow u (v x'))) = (((ln u) * (Pow u (v (pt X)))) * (D X (fun x' => v x'))).
Proof. Admitted.
Lemma r_diff_pow_general :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => Pow (u x') (v x'))) = ((Pow (u (pt X)) (v (pt X))) * (((D X (fun x' => v x')) * (ln (u (pt X)))) + (((v (pt X)) * (D X (fun x' => u x'))) / (u (pt X))))).
Proof. Admitted.
Lemma r_diff_log :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => ln (u x'))) = ((D X (fun x' => u x')) / (u (pt X))).
Proof. Admitted.
Lemma r_diff_sqrt :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => sqrt (u x'))) = ((D X (fun x' => u x')) / (2 * (sqrt (u (pt X))))).
Proof. Admitted.
Lemma r_diff_abs :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> (D X (fun x' => Rabs (u x'))) = ((sgn (u (pt X))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_diff_relu :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> (D X (fun x' => relu (u x'))) = ((1 - (bracket (le_dec (u (pt X)) 0))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_diff_maximum_left :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) < (u (pt X)) -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => u x')).
Proof. Admitted.
Lemma r_diff_maximum_right :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) < (v (pt X)) -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => v x')).
Proof. Admitted.
Lemma r_diff_sum :
  forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (D X (fun x' => Sum a b (fun k => F x' k))) = (Sum a b (fun k => D X (fun x' => F x' k))).
Proof. Admitted.
Lemma r_diff_prod :
  forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (D X (fun x' => Prod a b (fun k => F x' k))) = (Sum a b (fun k => (D X (fun x' => F x' k)) * (Prod a b (fun j => if (eq_dec j k) then 1 else F (pt X) j)))).
Proof. Admitted.
Lemma r_diff_prod_nonzero :
  forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (forall k, range k a b -> (F (pt X) k) <> 0) -> (D X (fun x' => Prod a b (fun k => F x' k))) = ((Prod a b (fun k => F (pt X) k)) * (Sum a b (fun k => (D X (fun x' => F x' k)) / (F (pt X) k)))).
Proof. Admitted.
Lemma r_diff_if_eq :
  forall {T_X : Type} (i j : R) (u v : T_X -> R) (X : location T_X), (D X (fun x' => if (eq_dec i j) then u x' else v x')) = (if (eq_dec i j) then D X (fun x' => u x') else D X (fun x' => v x')).
Proof. Admitted.
Lemma r_diff_if_le :
  forall {T_X : Type} (i j : R) (u v : T_X -> R) (X : location T_X), (D X (fun x' => if (le_dec i j) then u x' else v x')) = (if (le_dec i j) then D X (fun x' => u x') else D X (fun x' => v x')).
Proof. Admitted.
Lemma r_diff_if_le_yes :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') <= (j x')) -> (D X (fun x' => if (le_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x')).
Proof. Admitted.
Lemma r_differentiable_if_le_yes :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <= (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x'))).
Proof. Admitted.
Lemma r_diff_if_le_no :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (j x') < (i x')) -> (D X (fun x' => if (le_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x')).
Proof. Admitted.
Lemma r_differentiable_if_le_no :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') < (i x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x'))).
Proof. Admitted.
Lemma r_diff_if_lt_yes :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') < (j x')) -> (D X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x')).
Proof. Admitted.
Lemma r_differentiable_if_lt_yes :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') < (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x'))).
Proof. Admitted.
Lemma r_diff_if_lt_no :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (j x') <= (i x')) -> (D X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x')).
Proof. Admitted.
Lemma r_differentiable_if_lt_no :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') <= (i x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x'))).
Proof. Admitted.
Lemma r_diff_if_eq_no :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> (D X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x')).
Proof. Admitted.
Lemma r_differentiable_if_eq_no :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') = (j x')) -> (u_ok x')) /\ (((i x') <> (j x')) -> (v_ok x'))).
Proof. Admitted.
Lemma r_diff_if_ne_yes :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> (D X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x')).
Proof. Admitted.
Lemma r_differentiable_if_ne_yes :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <> (j x')) -> (u_ok x')) /\ (((i x') = (j x')) -> (v_ok x'))).
Proof. Admitted.
Lemma r_diff_bracket :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> (D X (fun x' => bracket (le_dec (u x') (v x')))) = 0.
Proof. Admitted.
Lemma r_diff_sign :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> (D X (fun x' => sgn (u x'))) = 0.
Proof. Admitted.
Lemma r_diff_minimum_left :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) < (v (pt X)) -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => u x')).
Proof. Admitted.
Lemma r_diff_minimum_right :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) < (u (pt X)) -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => v x')).
Proof. Admitted.
Lemma r_diff_max :
  forall {T_X : Type} (a b j : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), range j a b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (forall k, range k a b -> (k <> j) -> ((F (pt X) k) < (F (pt X) j))) -> (D X (fun x' => Max a b (fun k => F x' k))) = (D X (fun x' => F x' j)).
Proof. Admitted.
Lemma r_diff_exp :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => exp (u x'))) = ((exp (u (pt X))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_differentiable_exp :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => exp (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_diff_sigmoid :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => sigmoid (u x'))) = (((sigmoid (u (pt X))) * (1 - (sigmoid (u (pt X))))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_differentiable_sigmoid :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => sigmoid (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_diff_softplus :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => softplus (u x'))) = ((sigmoid (u (pt X))) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_differentiable_softplus :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => softplus (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_diff_tanh :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => tanh (u x'))) = ((1 - (Pow (tanh (u (pt X))) 2)) * (D X (fun x' => u x'))).
Proof. Admitted.
Lemma r_differentiable_tanh :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => tanh (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_differentiable_const :
  forall {T_X : Type} (u : R) (u_ok : Prop) (X : location T_X) (X_ok : Prop), u_ok -> X_ok -> exD X (fun x' => u) (fun x' => u_ok).
Proof. Admitted.
Lemma r_differentiable_self :
  forall {T_X : Type} (X : location T_X) (X_ok : Prop), near X (fun x' => X_ok) -> exD X (fun x' => crd X x') (fun x' => X_ok).
Proof. Admitted.
Lemma r_differentiable_entry :
  forall (x : R -> R) (x_range : R -> Prop) (i a : R), near (var1 x a) (fun x' => x_range i) -> near (var1 x a) (fun x' => x_range a) -> exD (var1 x a) (fun x' => x' i) (fun x' => x_range i).
Proof. Admitted.
Lemma r_differentiable_entry_2 :
  forall (x : R -> R -> R) (x_range : R -> R -> Prop) (i j a b : R), near (var2 x a b) (fun x' => x_range i j) -> near (var2 x a b) (fun x' => x_range a b) -> exD (var2 x a b) (fun x' => x' i j) (fun x' => x_range i j).
Proof. Admitted.
Lemma r_differentiable_entry_3 :
  forall (x : R -> R -> R -> R) (x_range : R -> R -> R -> Prop) (i j k a b c : R), near (var3 x a b c) (fun x' => x_range i j k) -> near (var3 x a b c) (fun x' => x_range a b c) -> exD (var3 x a b c) (fun x' => x' i j k) (fun x' => x_range i j k).
Proof. Admitted.
Lemma r_differentiable_add :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') + (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof. Admitted.
Lemma r_differentiable_sub :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') - (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof. Admitted.
Lemma r_differentiable_neg :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => - (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_differentiable_mul :
  forall {T_X : Type} (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (v : T_X -> R) (v_ok v_zero : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') * (v x')) (fun x' => mul_ok (u_ok x') (u_zero x') (v_ok x') (v_zero x')).
Proof. Admitted.
Lemma r_differentiable_div :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> exD X (fun x' => (u x') / (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ ((v x') <> 0)).
Proof. Admitted.
Lemma r_differentiable_pow :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => Pow (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ (pow_ok (u x') (v x'))).
Proof. Admitted.
Lemma r_differentiable_pow_natural :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> is_int v -> 0 <= v -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v)).
Proof. Admitted.
Lemma r_differentiable_pow_integer :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> is_int v -> (u (pt X)) <> 0 -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v)).
Proof. Admitted.
Lemma r_differentiable_log :
  forall {T_X : Type} (zlz : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => ln (u x')) (fun x' => (u_ok x') /\ (log_ok zlz (u x'))).
Proof. Admitted.
Lemma r_differentiable_sqrt :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => sqrt (u x')) (fun x' => (u_ok x') /\ (0 <= (u x'))).
Proof. Admitted.
Lemma r_differentiable_square_sqrt :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> near X (fun x' => 0 <= (u x')) -> exD X (fun x' => Pow (sqrt (u x')) 2) (fun x' => ((u_ok x') /\ (0 <= (u x'))) /\ True /\ (pow_ok (sqrt (u x')) 2)).
Proof. Admitted.
Lemma r_differentiable_abs :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> exD X (fun x' => Rabs (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_differentiable_sign :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> exD X (fun x' => sgn (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_differentiable_relu :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> exD X (fun x' => relu (u x')) (fun x' => u_ok x').
Proof. Admitted.
Lemma r_differentiable_maximum :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmax (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof. Admitted.
Lemma r_differentiable_minimum :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmin (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof. Admitted.
Lemma r_differentiable_bracket :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => bracket (le_dec (u x') (v x'))) (fun x' => (u_ok x') /\ (v_ok x')).
Proof. Admitted.
Lemma r_differentiable_sum :
  forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Sum a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k)).
Proof. Admitted.
Lemma r_differentiable_prod :
  forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Prod a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k)).
Proof. Admitted.
Lemma r_differentiable_if_eq :
  forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((i <> j) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (eq_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i = j) -> (u_ok x')) /\ ((i <> j) -> (v_ok x'))).
Proof. Admitted.
Lemma r_differentiable_if_le :
  forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((i <= j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((j < i) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (le_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i <= j) -> (u_ok x')) /\ ((j < i) -> (v_ok x'))).
Proof. Admitted.
Lemma r_differentiable_guarded_delta :
  forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> i_ok -> j_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> exD X (fun x' => (delta i j) * (u x')) (fun x' => mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) (u_ok x') (u_zero x')).
Proof. Admitted.
Lemma r_differentiable_derivative :
  forall {T_X : Type} {T_Y : Type} (u : T_X -> T_Y -> R) (u_ok : T_X -> T_Y -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X) (Y : T_X -> location T_Y), near X (fun x' => (D (Y x') (fun y' => u x' y')) = (v x')) -> near X (fun x' => exD (Y x') (fun y' => u x' y') (fun y' => u_ok x' y')) -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => D (Y x') (fun y' => u x' y')) (fun x' => exD (Y x') (fun y' => u x' y') (fun y' => u_ok x' y')).
Proof. Admitted.

(** ** integrals *)


(** ** definedness *)

Lemma r_defined_add :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_sub :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_mul :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop), u_ok -> v_ok -> mul_ok u_ok u_zero v_ok v_zero.
Proof. Admitted.
Lemma r_defined_neg :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_div :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> v <> 0 -> u_ok /\ v_ok /\ (v <> 0).
Proof. Admitted.
Lemma r_defined_pow :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 < u -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. Admitted.
Lemma r_defined_pow_nonneg :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 <= u -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. Admitted.
Lemma r_defined_pow_natural :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int v -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. Admitted.
Lemma r_defined_pow_integer :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int v -> u <> 0 -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. Admitted.
Lemma r_defined_log :
  forall (zlz : Prop) (u : R) (u_ok : Prop), u_ok -> 0 < u -> u_ok /\ (log_ok zlz u).
Proof. Admitted.
Lemma r_defined_sqrt :
  forall (u : R) (u_ok : Prop), u_ok -> 0 <= u -> u_ok /\ (0 <= u).
Proof. Admitted.
Lemma r_defined_factorial :
  forall (u : R) (u_ok : Prop), u_ok -> is_int u -> 0 <= u -> u_ok /\ (is_int u /\ 0 <= u).
Proof. Admitted.
Lemma r_defined_binom :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int u -> is_int v -> 0 <= v -> v <= u -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u).
Proof. Admitted.
Lemma r_defined_exp :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_abs :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_sign :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_tanh :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_relu :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_softplus :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_sigmoid :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. Admitted.
Lemma r_defined_maximum :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_minimum :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_delta :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop), i_ok -> j_ok -> i_ok /\ j_ok.
Proof. Admitted.
Lemma r_defined_sum :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k).
Proof. Admitted.
Lemma r_defined_prod :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k).
Proof. Admitted.
Lemma r_defined_max :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k).
Proof. Admitted.
Lemma r_defined_min :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k).
Proof. Admitted.
Lemma r_defined_diff :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X) (X_ok : Prop), exD X (fun x' => u x') (fun x' => u_ok x') -> X_ok -> exD X (fun x' => u x') (fun x' => u_ok x').
Proof. Admitted.
Lemma r_defined_bracket_eq :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_bracket_ne :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_bracket_lt :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_bracket_le :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. Admitted.
Lemma r_defined_if_eq :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i = j) -> u_ok) -> ((i <> j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i = j) -> u_ok) /\ ((i <> j) -> v_ok).
Proof. Admitted.
Lemma r_defined_if_ne :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i <> j) -> u_ok) -> ((i = j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <> j) -> u_ok) /\ ((i = j) -> v_ok).
Proof. Admitted.
Lemma r_defined_if_lt :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i < j) -> u_ok) -> ((j <= i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i < j) -> u_ok) /\ ((j <= i) -> v_ok).
Proof. Admitted.
Lemma r_defined_if_le :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i <= j) -> u_ok) -> ((j < i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <= j) -> u_ok) /\ ((j < i) -> v_ok).
Proof. Admitted.
Lemma r_defined_guarded_eq :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i <> j)) u_ok u_zero.
Proof. Admitted.
Lemma r_defined_guarded_ne :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i <> j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i = j)) u_ok u_zero.
Proof. Admitted.
Lemma r_defined_guarded_lt :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i < j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j <= i)) u_ok u_zero.
Proof. Admitted.
Lemma r_defined_guarded_le :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i <= j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j < i)) u_ok u_zero.
Proof. Admitted.
Lemma r_defined_guarded_delta :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) u_ok u_zero.
Proof. Admitted.
Lemma r_defined_mul_commute :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop), mul_ok v_ok v_zero u_ok u_zero -> mul_ok u_ok u_zero v_ok v_zero.
Proof. Admitted.
Lemma r_defined_mul_associate :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop) (w : R) (w_ok w_zero : Prop), mul_ok u_ok u_zero (mul_ok v_ok v_zero w_ok w_zero) (v_zero \/ w_zero) -> mul_ok (mul_ok u_ok u_zero v_ok v_zero) (u_zero \/ v_zero) w_ok w_zero.
Proof. Admitted.
Lemma r_defined_mul_regroup :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop) (w : R) (w_ok w_zero : Prop), mul_ok (mul_ok u_ok u_zero v_ok v_zero) (u_zero \/ v_zero) w_ok w_zero -> mul_ok u_ok u_zero (mul_ok v_ok v_zero w_ok w_zero) (v_zero \/ w_zero).
Proof. Admitted.

(** ** matrices *)


(** ** optima *)

Lemma r_argmax_as_argmin :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmax x (fun x' => u x')) = (Argmin x (fun x' => - (u x'))).
Proof. Admitted.
Lemma r_argmin_log :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => ln (u x'))) = (Argmin x (fun x' => u x')).
Proof. Admitted.
Lemma r_argmin_neg_log :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => - (ln (u x')))) = (Argmin x (fun x' => - (u x'))).
Proof. Admitted.
Lemma r_argmin_exp :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => exp (u x'))) = (Argmin x (fun x' => u x')).
Proof. Admitted.
Lemma r_argmin_neg_exp :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - (exp (u x')))) = (Argmin x (fun x' => - (u x'))).
Proof. Admitted.
Lemma r_argmin_sqrt :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 <= (u x')) -> (Argmin x (fun x' => sqrt (u x'))) = (Argmin x (fun x' => u x')).
Proof. Admitted.
Lemma r_argmin_neg_sqrt :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 <= (u x')) -> (Argmin x (fun x' => - (sqrt (u x')))) = (Argmin x (fun x' => - (u x'))).
Proof. Admitted.
Lemma r_argmin_abs :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => Rabs (u x'))) = (Argmin x (fun x' => Pow (u x') 2)).
Proof. Admitted.
Lemma r_argmin_neg_abs :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - (Rabs (u x')))) = (Argmin x (fun x' => - (Pow (u x') 2))).
Proof. Admitted.
Lemma r_argmin_reciprocal :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => 1 / (u x'))) = (Argmin x (fun x' => - (u x'))).
Proof. Admitted.
Lemma r_argmin_neg_reciprocal :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => - (1 / (u x')))) = (Argmin x (fun x' => u x')).
Proof. Admitted.
Lemma r_argmin_odd_power :
  forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), is_int ((v - 1) / 2) -> 0 < v -> (Argmin x (fun x' => Pow (u x') v)) = (Argmin x (fun x' => u x')).
Proof. Admitted.
Lemma r_argmin_odds :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> (u x') < 1) -> (Argmin x (fun x' => (u x') / (1 - (u x')))) = (Argmin x (fun x' => u x')).
Proof. Admitted.
Lemma r_argmin_neg_odd_power :
  forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), is_int ((v - 1) / 2) -> 0 < v -> (Argmin x (fun x' => - (Pow (u x') v))) = (Argmin x (fun x' => - (u x'))).
Proof. Admitted.
Lemma r_argmin_neg_odds :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> (u x') < 1) -> (Argmin x (fun x' => - ((u x') / (1 - (u x'))))) = (Argmin x (fun x' => - (u x'))).
Proof. Admitted.
Lemma r_argmin_add_const :
  forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), (Argmin x (fun x' => (u x') + v)) = (Argmin x (fun x' => u x')).
Proof. Admitted.
Lemma r_argmin_scale :
  forall {T_x : Type} (u : R) (v : T_x -> R) (x : T_x -> Prop), 0 < u -> (Argmin x (fun x' => u * (v x'))) = (Argmin x (fun x' => v x')).
Proof. Admitted.
Lemma r_defined_argmin :
  forall {T_x : Type} (u : T_x -> R) (u_ok x : T_x -> Prop), (forall x', x x' -> u_ok x') -> forall x', x x' -> u_ok x'.
Proof. Admitted.
Lemma r_defined_argmax :
  forall {T_x : Type} (u : T_x -> R) (u_ok x : T_x -> Prop), (forall x', x x' -> u_ok x') -> forall x', x x' -> u_ok x'.
Proof. Admitted.

(** ** order *)

Lemma r_ne_of_less :
  forall (u v : R), u < v -> u <> v.
Proof. Admitted.
Lemma r_ne_of_greater :
  forall (u v : R), v < u -> u <> v.
Proof. Admitted.
Lemma r_le_of_less :
  forall (u v : R), u < v -> u <= v.
Proof. Admitted.
Lemma r_log_injective :
  forall (u v : R), 0 < u -> 0 < v -> (ln u) = (ln v) -> u = v.
Proof. Admitted.
Lemma r_idempotent_range :
  forall (u : R), range u 0 1 -> (u * u) = u.
Proof. Admitted.
Lemma r_eq_of_le :
  forall (u v : R), u <= v -> v <= u -> u = v.
Proof. Admitted.
Lemma r_lt_of_le_ne :
  forall (u v : R), u <= v -> u <> v -> u < v.
Proof. Admitted.
Lemma r_positive_pi :
  0 < PI.
Proof. Admitted.
Lemma r_positive_exp :
  forall (u : R), 0 < (exp u).
Proof. Admitted.
Lemma r_positive_add :
  forall (u v : R), 0 < u -> 0 <= v -> 0 < (u + v).
Proof. Admitted.
Lemma r_positive_add_right :
  forall (u v : R), 0 <= u -> 0 < v -> 0 < (u + v).
Proof. Admitted.
Lemma r_nonneg_add :
  forall (u v : R), 0 <= u -> 0 <= v -> 0 <= (u + v).
Proof. Admitted.
Lemma r_positive_mul :
  forall (u v : R), 0 < u -> 0 < v -> 0 < (u * v).
Proof. Admitted.
Lemma r_nonneg_mul :
  forall (u v : R), 0 <= u -> 0 <= v -> 0 <= (u * v).
Proof. Admitted.
Lemma r_positive_div :
  forall (u v : R), 0 < u -> 0 < v -> 0 < (u / v).
Proof. Admitted.
Lemma r_nonneg_div :
  forall (u v : R), 0 <= u -> 0 < v -> 0 <= (u / v).
Proof. Admitted.
Lemma r_positive_pow :
  forall (u v : R), 0 < u -> 0 < (Pow u v).
Proof. Admitted.
Lemma r_nonneg_pow :
  forall (u v : R), 0 <= u -> 0 <= v -> 0 <= (Pow u v).
Proof. Admitted.
Lemma r_nonneg_square :
  forall (u : R), 0 <= (Pow u 2).
Proof. Admitted.
Lemma r_nonneg_times_itself :
  forall (u : R), 0 <= (u * u).
Proof. Admitted.
Lemma r_positive_square :
  forall (u : R), u <> 0 -> 0 < (Pow u 2).
Proof. Admitted.
Lemma r_positive_sqrt :
  forall (u : R), 0 < u -> 0 < (sqrt u).
Proof. Admitted.
Lemma r_nonneg_sqrt :
  forall (u : R), 0 <= u -> 0 <= (sqrt u).
Proof. Admitted.
Lemma r_nonneg_abs :
  forall (u : R), 0 <= (Rabs u).
Proof. Admitted.
Lemma r_positive_abs :
  forall (u : R), u <> 0 -> 0 < (Rabs u).
Proof. Admitted.
Lemma r_positive_sigmoid :
  forall (u : R), 0 < (sigmoid u).
Proof. Admitted.
Lemma r_sigmoid_below_one :
  forall (u : R), (sigmoid u) < 1.
Proof. Admitted.
Lemma r_positive_softplus :
  forall (u : R), 0 < (softplus u).
Proof. Admitted.
Lemma r_nonneg_relu :
  forall (u : R), 0 <= (relu u).
Proof. Admitted.
Lemma r_tanh_above :
  forall (u : R), (- (1)) < (tanh u).
Proof. Admitted.
Lemma r_tanh_below :
  forall (u : R), (tanh u) < 1.
Proof. Admitted.
Lemma r_positive_log :
  forall (u : R), 1 < u -> 0 < (ln u).
Proof. Admitted.
Lemma r_nonneg_log :
  forall (u : R), 1 <= u -> 0 <= (ln u).
Proof. Admitted.
Lemma r_log_nonpos :
  forall (u : R), 0 < u -> u <= 1 -> (ln u) <= 0.
Proof. Admitted.
Lemma r_log_negative :
  forall (u : R), 0 < u -> u < 1 -> (ln u) < 0.
Proof. Admitted.
Lemma r_exp_at_most_one :
  forall (u : R), u <= 0 -> (exp u) <= 1.
Proof. Admitted.
Lemma r_exp_above_one :
  forall (u : R), 0 < u -> 1 < (exp u).
Proof. Admitted.
Lemma r_positive_factorial :
  forall (u : R), is_int u -> 0 <= u -> 0 < (Fact u).
Proof. Admitted.
Lemma r_positive_sum :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Sum a b (fun k => F k)).
Proof. Admitted.
Lemma r_nonneg_sum :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> 0 <= (F k)) -> 0 <= (Sum a b (fun k => F k)).
Proof. Admitted.
Lemma r_positive_prod :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> 0 < (F k)) -> 0 < (Prod a b (fun k => F k)).
Proof. Admitted.
Lemma r_nonneg_prod :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> 0 <= (F k)) -> 0 <= (Prod a b (fun k => F k)).
Proof. Admitted.
Lemma r_le_max :
  forall (a b j : R) (F : R -> R), range j a b -> (F j) <= (Max a b (fun k => F k)).
Proof. Admitted.
Lemma r_min_le :
  forall (a b j : R) (F : R -> R), range j a b -> (Min a b (fun k => F k)) <= (F j).
Proof. Admitted.
Lemma r_max_le :
  forall (a b u : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> (F k) <= u) -> (Max a b (fun k => F k)) <= u.
Proof. Admitted.
Lemma r_le_maximum_left :
  forall (u v : R), u <= (Rmax u v).
Proof. Admitted.
Lemma r_le_maximum_right :
  forall (u v : R), v <= (Rmax u v).
Proof. Admitted.
Lemma r_positive_max :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Max a b (fun k => F k)).
Proof. Admitted.
Lemma r_nonneg_delta :
  forall (i j : R), 0 <= (delta i j).
Proof. Admitted.
Lemma r_delta_at_most_one :
  forall (i j : R), (delta i j) <= 1.
Proof. Admitted.
Lemma r_nonneg_bracket_eq :
  forall (u v : R), 0 <= (bracket (eq_dec u v)).
Proof. Admitted.
Lemma r_nonneg_bracket_le :
  forall (u v : R), 0 <= (bracket (le_dec u v)).
Proof. Admitted.
Lemma r_bracket_le_at_most_one :
  forall (u v : R), (bracket (le_dec u v)) <= 1.
Proof. Admitted.
Lemma r_positive_if_eq :
  forall (i j u v : R), ((i = j) -> (0 < u)) -> ((i <> j) -> (0 < v)) -> 0 < (if (eq_dec i j) then u else v).
Proof. Admitted.
Lemma r_positive_if_ne :
  forall (i j u v : R), ((i <> j) -> (0 < u)) -> ((i = j) -> (0 < v)) -> 0 < (if (ne_dec i j) then u else v).
Proof. Admitted.
Lemma r_positive_if_le :
  forall (a b u v : R), ((a <= b) -> (0 < u)) -> ((b < a) -> (0 < v)) -> 0 < (if (le_dec a b) then u else v).
Proof. Admitted.
Lemma r_positive_if_lt :
  forall (a b u v : R), ((a < b) -> (0 < u)) -> ((b <= a) -> (0 < v)) -> 0 < (if (lt_dec a b) then u else v).
Proof. Admitted.
Lemma r_nonzero_mul :
  forall (u v : R), u <> 0 -> v <> 0 -> (u * v) <> 0.
Proof. Admitted.
Lemma r_nonzero_div :
  forall (u v : R), u <> 0 -> v <> 0 -> (u / v) <> 0.
Proof. Admitted.
Lemma r_nonzero_sub :
  forall (u v : R), u <> v -> (u - v) <> 0.
Proof. Admitted.
Lemma r_ne_of_difference :
  forall (u v : R), (u - v) <> 0 -> u <> v.
Proof. Admitted.
Lemma r_nonzero_neg :
  forall (u : R), u <> 0 -> (- u) <> 0.
Proof. Admitted.
Lemma r_nonzero_pow :
  forall (u v : R), u <> 0 -> is_int v -> (Pow u v) <> 0.
Proof. Admitted.
Lemma r_nonzero_prod :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> (F k) <> 0) -> (Prod a b (fun k => F k)) <> 0.
Proof. Admitted.
Lemma r_in_range_lower :
  forall (i a b : R), range i a b -> a <= i.
Proof. Admitted.
Lemma r_in_range_upper :
  forall (i a b : R), range i a b -> i <= b.
Proof. Admitted.
Lemma r_in_range_integer :
  forall (i a b : R), range i a b -> is_int i.
Proof. Admitted.
Lemma r_in_range :
  forall (i a b : R), is_int i -> a <= i -> i <= b -> range i a b.
Proof. Admitted.
Lemma r_not_in_range_below :
  forall (i a b : R), i < a -> ~ (range i a b).
Proof. Admitted.
Lemma r_not_in_range_above :
  forall (i a b : R), b < i -> ~ (range i a b).
Proof. Admitted.
Lemma r_integer_less :
  forall (u v : R), u < v -> is_int u -> is_int v -> (u + 1) <= v.
Proof. Admitted.
Lemma r_integer_add :
  forall (u v : R), is_int u -> is_int v -> is_int (u + v).
Proof. Admitted.
Lemma r_integer_sub :
  forall (u v : R), is_int u -> is_int v -> is_int (u - v).
Proof. Admitted.
Lemma r_integer_mul :
  forall (u v : R), is_int u -> is_int v -> is_int (u * v).
Proof. Admitted.
Lemma r_integer_neg :
  forall (u : R), is_int u -> is_int (- u).
Proof. Admitted.
Lemma r_integer_delta :
  forall (i j : R), is_int (delta i j).
Proof. Admitted.
Lemma r_integer_bracket_eq :
  forall (u v : R), is_int (bracket (eq_dec u v)).
Proof. Admitted.
Lemma r_integer_bracket_le :
  forall (u v : R), is_int (bracket (le_dec u v)).
Proof. Admitted.
Lemma r_integer_sum :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> is_int (F k)) -> is_int (Sum a b (fun k => F k)).
Proof. Admitted.
Lemma r_integer_if_eq :
  forall (i j u v : R), ((i = j) -> (is_int u)) -> ((i <> j) -> (is_int v)) -> is_int (if (eq_dec i j) then u else v).
Proof. Admitted.

(** ** inequalities *)

Lemma r_log_tangent :
  forall (u : R), 0 < u -> (ln u) <= (u - 1).
Proof. Admitted.
Lemma r_log_tangent_below :
  forall (u : R), 0 < u -> (1 - (1 / u)) <= (ln u).
Proof. Admitted.
Lemma r_exp_tangent :
  forall (u : R), (1 + u) <= (exp u).
Proof. Admitted.
Lemma r_gibbs :
  forall (a b : R) (P Q : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (forall k, range k a b -> 0 < (Q k)) -> (Sum a b (fun k => Q k)) <= (Sum a b (fun k => P k)) -> (Sum a b (fun k => (P k) * (ln (Q k)))) <= (Sum a b (fun k => (P k) * (ln (P k)))).
Proof. Admitted.
Lemma r_jensen_log :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (forall k, range k a b -> 0 < (X k)) -> (Sum a b (fun k => P k)) = 1 -> (Sum a b (fun k => (P k) * (ln (X k)))) <= (ln (Sum a b (fun k => (P k) * (X k)))).
Proof. Admitted.
Lemma r_jensen_exp :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => P k)) = 1 -> (exp (Sum a b (fun k => (P k) * (X k)))) <= (Sum a b (fun k => (P k) * (exp (X k)))).
Proof. Admitted.
Lemma r_sum_le :
  forall (a b : R) (F G : R -> R), (forall k, range k a b -> (F k) <= (G k)) -> (Sum a b (fun k => F k)) <= (Sum a b (fun k => G k)).
Proof. Admitted.
Lemma r_max_in_sum :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (exp (Max a b (fun k => F k))) <= (Sum a b (fun k => exp (F k))).
Proof. Admitted.
Lemma r_sum_below_max :
  forall (a b : R) (F : R -> R), a <= b -> (Sum a b (fun k => exp (F k))) <= (((b - a) + 1) * (exp (Max a b (fun k => F k)))).
Proof. Admitted.
Lemma r_div_le :
  forall (u v w : R), 0 < v -> u <= (w * v) -> (u / v) <= w.
Proof. Admitted.
Lemma r_le_div :
  forall (u v w : R), 0 < v -> (w * v) <= u -> w <= (u / v).
Proof. Admitted.
Lemma r_term_le_sum :
  forall (a b j : R) (F : R -> R), range j a b -> (forall k, range k a b -> 0 <= (F k)) -> (F j) <= (Sum a b (fun k => F k)).
Proof. Admitted.
Lemma r_scale_le :
  forall (u v w : R), 0 < w -> (w * u) <= (w * v) -> u <= v.
Proof. Admitted.
Lemma r_nonpos_mul :
  forall (u v : R), 0 <= u -> v <= 0 -> (u * v) <= 0.
Proof. Admitted.
Lemma r_nonpos_sum :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> (F k) <= 0) -> (Sum a b (fun k => F k)) <= 0.
Proof. Admitted.
Lemma r_max_term_is_one :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> 1 <= (Sum a b (fun k => exp ((F k) - (Max a b (fun k_1 => F k_1))))).
Proof. Admitted.
Lemma r_log_monotone :
  forall (u v : R), 0 < u -> u <= v -> (ln u) <= (ln v).
Proof. Admitted.
Lemma r_exp_monotone :
  forall (u v : R), u <= v -> (exp u) <= (exp v).
Proof. Admitted.
Lemma r_sqrt_monotone :
  forall (u v : R), 0 <= u -> u <= v -> (sqrt u) <= (sqrt v).
Proof. Admitted.
Lemma r_le_abs :
  forall (u : R), u <= (Rabs u).
Proof. Admitted.
Lemma r_neg_le_abs :
  forall (u : R), (- u) <= (Rabs u).
Proof. Admitted.
Lemma r_triangle :
  forall (u v : R), (Rabs (u + v)) <= ((Rabs u) + (Rabs v)).
Proof. Admitted.
Lemma r_abs_le :
  forall (u v : R), u <= v -> (- u) <= v -> (Rabs u) <= v.
Proof. Admitted.
Lemma r_maximum_le :
  forall (u v w : R), u <= w -> v <= w -> (Rmax u v) <= w.
Proof. Admitted.
Lemma r_square_difference :
  forall (u v : R), 0 <= (Pow (u - v) 2).
Proof. Admitted.
Lemma r_square_sum :
  forall (u v : R), 0 <= (Pow (u + v) 2).
Proof. Admitted.
Lemma r_cauchy :
  forall (a b : R) (F G : R -> R), (Pow (Sum a b (fun k => (F k) * (G k))) 2) <= ((Sum a b (fun k => Pow (F k) 2)) * (Sum a b (fun k => Pow (G k) 2))).
Proof. Admitted.

(** ** means *)

Lemma r_mul_le_left :
  forall (u v w : R), 0 <= w -> u <= v -> (w * u) <= (w * v).
Proof. Admitted.
Lemma r_mul_at_most :
  forall (u v : R), 0 <= u -> v <= 1 -> (u * v) <= u.
Proof. Admitted.
Lemma r_weighted_log_tangent :
  forall (u w : R), 0 <= w -> 0 < u -> (w * (ln u)) <= (w * (u - 1)).
Proof. Admitted.
Lemma r_number_log_number :
  forall (u : R), 0 <= u -> u <= 1 -> (u * (ln u)) <= 0.
Proof. Admitted.
Lemma r_exp_tangent_at :
  forall (u v : R), ((exp v) * ((1 + u) - v)) <= (exp u).
Proof. Admitted.
Lemma r_le_of_squares :
  forall (u v : R), 0 <= v -> (Pow u 2) <= (Pow v 2) -> u <= v.
Proof. Admitted.
Lemma r_le_of_exponentials :
  forall (u v : R), (exp u) <= (exp v) -> u <= v.
Proof. Admitted.
Lemma r_le_of_logarithms :
  forall (u v : R), 0 < v -> (ln u) <= (ln v) -> u <= v.
Proof. Admitted.
Lemma r_triangle_sum :
  forall (a b : R) (F : R -> R), (Rabs (Sum a b (fun k => F k))) <= (Sum a b (fun k => Rabs (F k))).
Proof. Admitted.
Lemma r_square_of_mean :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Pow (Sum a b (fun k => (P k) * (X k))) 2) <= ((Sum a b (fun k => P k)) * (Sum a b (fun k => (P k) * (Pow (X k) 2)))).
Proof. Admitted.
Lemma r_log_sum_exp_convex :
  forall (a b t : R) (X Y : R -> R), 0 <= t -> t <= 1 -> (ln (Sum a b (fun k => exp ((t * (X k)) + ((1 - t) * (Y k)))))) <= ((t * (ln (Sum a b (fun k => exp (X k))))) + ((1 - t) * (ln (Sum a b (fun k => exp (Y k)))))).
Proof. Admitted.
Lemma r_sum_at_most_max :
  forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int a -> is_int b -> (Sum a b (fun k => F k)) <= (((b - a) + 1) * (Max a b (fun k => F k))).
Proof. Admitted.
Lemma r_sum_at_least_min :
  forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int a -> is_int b -> (((b - a) + 1) * (Min a b (fun k => F k))) <= (Sum a b (fun k => F k)).
Proof. Admitted.
Lemma r_mean_at_most_max :
  forall (a b : R) (P F : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => (P k) * (F k))) <= ((Sum a b (fun k => P k)) * (Max a b (fun k => F k))).
Proof. Admitted.
Lemma r_mean_at_least_min :
  forall (a b : R) (P F : R -> R), (forall k, range k a b -> 0 <= (P k)) -> ((Sum a b (fun k => P k)) * (Min a b (fun k => F k))) <= (Sum a b (fun k => (P k) * (F k))).
Proof. Admitted.
Lemma r_product_at_most_one :
  forall (u v : R), 0 <= u -> u <= 1 -> v <= 1 -> (u * v) <= 1.
Proof. Admitted.
Lemma r_term_less_sum :
  forall (a b j : R) (F : R -> R), range j a b -> a < b -> is_int a -> is_int b -> (forall k, range k a b -> 0 < (F k)) -> (F j) < (Sum a b (fun k => F k)).
Proof. Admitted.
Lemma r_div_less :
  forall (u v w : R), 0 < v -> u < (w * v) -> (u / v) < w.
Proof. Admitted.
Lemma r_positive_mean :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => P k)) = 1 -> (forall k, range k a b -> 0 < (X k)) -> 0 < (Sum a b (fun k => (P k) * (X k))).
Proof. Admitted.
Lemma r_min_at_most_max :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (Min a b (fun k => F k)) <= (Max a b (fun k => F k)).
Proof. Admitted.

(** ** zero-or-one *)

Lemma r_delta_binary_one :
  forall (u : R), (u * u) = u -> (delta u 1) = u.
Proof. Admitted.
Lemma r_delta_one_binary :
  forall (u : R), (u * u) = u -> (delta 1 u) = u.
Proof. Admitted.
Lemma r_delta_binary_zero :
  forall (u : R), (u * u) = u -> (delta u 0) = (1 - u).
Proof. Admitted.
Lemma r_delta_zero_binary :
  forall (u : R), (u * u) = u -> (delta 0 u) = (1 - u).
Proof. Admitted.
Lemma r_idempotent_log :
  forall (u : R), (u * u) = u -> (u * (ln u)) = 0.
Proof. Admitted.
Lemma r_weighted_log_div :
  forall (u v w : R), 0 <= u -> 0 < v -> ((u = 0) -> (w = 0)) -> (w * (ln (u / v))) = ((w * (ln u)) - (w * (ln v))).
Proof. Admitted.
Lemma r_weighted_log_mul :
  forall (u v w : R), 0 <= u -> 0 < v -> ((u = 0) -> (w = 0)) -> (w * (ln (u * v))) = ((w * (ln u)) + (w * (ln v))).
Proof. Admitted.
Lemma r_log_selected :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> ((P k) * (P k)) = (P k)) -> (Sum a b (fun k => P k)) = 1 -> (forall k, range k a b -> 0 < (X k)) -> (ln (Sum a b (fun k => (P k) * (X k)))) = (Sum a b (fun k => (P k) * (ln (X k)))).
Proof. Admitted.
Lemma r_numerator_zero :
  forall (u v : R), (u / v) = 0 -> v <> 0 -> u = 0.
Proof. Admitted.
Lemma r_defined_zero_log_zero :
  forall (zlz : Prop) (u : R) (u_ok u_zero : Prop) (v : R) (v_ok : Prop), zlz -> u_ok -> v_ok -> 0 <= v -> ((v = 0) -> (u = 0)) -> mul_ok u_ok u_zero (v_ok /\ (log_ok zlz v)) False.
Proof. Admitted.

(** ** maxima *)

Lemma r_max_const :
  forall (a b u : R), is_int a -> a <= b -> (Max a b (fun k => u)) = u.
Proof. Admitted.
Lemma r_max_single :
  forall (a : R) (F : R -> R), is_int a -> (Max a a (fun k => F k)) = (F a).
Proof. Admitted.
Lemma r_max_split_last :
  forall (a b : R) (F : R -> R), (a + 1) <= b -> is_int b -> (Max a b (fun k => F k)) = (Rmax (Max a (b - 1) (fun k => F k)) (F b)).
Proof. Admitted.
Lemma r_max_scale :
  forall (a b u : R) (F : R -> R), is_int a -> a <= b -> 0 <= u -> (Max a b (fun k => u * (F k))) = (u * (Max a b (fun k => F k))).
Proof. Admitted.
Lemma r_min_negative :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (Min a b (fun k => F k)) = (- (Max a b (fun k => - (F k)))).
Proof. Admitted.
Lemma r_max_exp :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (Max a b (fun k => exp (F k))) = (exp (Max a b (fun k => F k))).
Proof. Admitted.
Lemma r_max_log :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> 0 < (F k)) -> (Max a b (fun k => ln (F k))) = (ln (Max a b (fun k => F k))).
Proof. Admitted.
Lemma r_gram_form :
  forall (a b c d : R) (P : R -> R) (F : R -> R -> R) (G : R -> R), (forall m, range m c d -> 0 <= (P m)) -> 0 <= (Sum a b (fun k => (G k) * (Sum a b (fun l => (G l) * (Sum c d (fun m => ((P m) * (F m k)) * (F m l))))))).
Proof. Admitted.
Lemma r_nonpos_mul_left :
  forall (u v : R), u <= 0 -> 0 <= v -> (u * v) <= 0.
Proof. Admitted.
Lemma r_nonneg_product_of_bounds :
  forall (u v w x : R), u <= v -> w <= x -> 0 <= ((v - u) * (x - w)).
Proof. Admitted.
Lemma r_nonneg_mul_negative :
  forall (u v : R), u <= 0 -> v <= 0 -> 0 <= (u * v).
Proof. Admitted.
Lemma r_nonzero_root :
  forall (u : R), (sqrt u) <> 0 -> u <> 0.
Proof. Admitted.
Lemma r_nonzero_abs :
  forall (u : R), (Rabs u) <> 0 -> u <> 0.
Proof. Admitted.
Lemma r_positive_sum_term :
  forall (a b j : R) (F : R -> R), range j a b -> 0 < (F j) -> (forall k, range k a b -> 0 <= (F k)) -> 0 < (Sum a b (fun k => F k)).
Proof. Admitted.
Lemma r_sign_other :
  forall (u : R), (u * u) = 1 -> u <> 1 -> u = (- (1)).
Proof. Admitted.
Lemma r_binary_other :
  forall (u : R), (u * u) = u -> u <> 0 -> u = 1.
Proof. Admitted.
Lemma r_lt_minimum :
  forall (u v w : R), w < u -> w < v -> w < (Rmin u v).
Proof. Admitted.
Lemma r_le_minimum :
  forall (u v w : R), w <= u -> w <= v -> w <= (Rmin u v).
Proof. Admitted.
Lemma r_maximum_lt :
  forall (u v w : R), u < w -> v < w -> (Rmax u v) < w.
Proof. Admitted.
Lemma r_minimum_lt_left :
  forall (u v w : R), u < w -> (Rmin u v) < w.
Proof. Admitted.
Lemma r_minimum_lt_right :
  forall (u v w : R), v < w -> (Rmin u v) < w.
Proof. Admitted.
Lemma r_lt_maximum_left :
  forall (u v w : R), w < u -> w < (Rmax u v).
Proof. Admitted.
Lemma r_lt_maximum_right :
  forall (u v w : R), w < v -> w < (Rmax u v).
Proof. Admitted.
Lemma r_abs_lt :
  forall (u v : R), (- v) < u -> u < v -> (Rabs u) < v.
Proof. Admitted.
Lemma r_positive_delta :
  forall (i j : R), i = j -> 0 < (delta i j).
Proof. Admitted.
Lemma r_positive_bracket_le :
  forall (u v : R), u <= v -> 0 < (bracket (le_dec u v)).
Proof. Admitted.
Lemma r_positive_bracket_lt :
  forall (u v : R), u < v -> 0 < (bracket (lt_dec u v)).
Proof. Admitted.
Lemma r_nonneg_bracket_lt :
  forall (u v : R), 0 <= (bracket (lt_dec u v)).
Proof. Admitted.
Lemma r_nonneg_bracket_ne :
  forall (u v : R), 0 <= (bracket (ne_dec u v)).
Proof. Admitted.
Lemma r_factor_nonzero :
  forall (a b j : R) (F : R -> R), (Prod a b (fun k => F k)) <> 0 -> range j a b -> (F j) <> 0.
Proof. Admitted.
