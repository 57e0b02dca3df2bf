(** The vocabulary of exported theorems, and one lemma for each rule of the rule book.

    Every number is a real: sizes and indices too, with the hypothesis that they are whole. So a
    statement says here what it says in Gradus, and a sum over a..b runs over the whole numbers
    between a and b. Coq gives a value also to what has none (ln 0, 1/0). So beside each theorem
    stand two more, which say that its sides have values in the sense of Gradus.

    Chapter 1 is what a reader must know to read a theorem. Chapters 2 to 4 serve proofs. Then
    follows one lemma for each rule, named after it; its statement is made from the rule's data and
    compared with this file by a test. *)
From Coq Require Import Reals Lra Lia ZArith Arith Classical FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** * 1. What the statements mean *)

Definition is_int (x : R) : Prop := exists z : Z, x = IZR z.

(** k is a whole number from a to b. *)
Definition range (k a b : R) : Prop := is_int k /\ a <= k /\ k <= b.

(** The least whole number from a on, and how many there are from a to b. *)
Definition first (a : R) : R := IZR (- Int_part (- a)).
Definition count (a b : R) : nat := Z.to_nat (Int_part b + Int_part (- a) + 1).

Fixpoint sum_first (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S m => sum_first m f + f m end.
Fixpoint prod_first (n : nat) (f : nat -> R) : R :=
  match n with O => 1 | S m => prod_first m f * f m end.
Fixpoint max_first (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S O => f O | S m => Rmax (max_first m f) (f m) end.
Fixpoint min_first (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S O => f O | S m => Rmin (min_first m f) (f m) end.

(** Sum, product, largest and smallest of F k for the whole k from a to b. *)
Definition Sum (a b : R) (F : R -> R) : R := sum_first (count a b) (fun i => F (first a + INR i)).
Definition Prod (a b : R) (F : R -> R) : R := prod_first (count a b) (fun i => F (first a + INR i)).
Definition Max (a b : R) (F : R -> R) : R := max_first (count a b) (fun i => F (first a + INR i)).
Definition Min (a b : R) (F : R -> R) : R := min_first (count a b) (fun i => F (first a + INR i)).

(** Decisions, for brackets and case distinctions. *)
Definition int_dec (x : R) : {is_int x} + {~ is_int x}.
Proof. destruct (Req_EM_T x (IZR (Int_part x))) as [E|E].
  - left; exists (Int_part x); exact E.
  - right; intros [z Hz]; apply E; rewrite Hz.
    replace (Int_part (IZR z)) with z; [reflexivity|].
    unfold Int_part; rewrite <- (tech_up (IZR z) (z + 1)); [lia| |]; rewrite plus_IZR; simpl; lra.
Defined.
Definition not_dec {P Q : Prop} (d : {P} + {Q}) : {Q} + {P} := match d with left p => right p | right q => left q end.
Definition and_dec {P P' Q Q' : Prop} (d : {P} + {P'}) (e : {Q} + {Q'}) : {P /\ Q} + {P' \/ Q'} :=
  match d, e with
  | left p, left q => left (conj p q)
  | right p, _ => right (or_introl p)
  | _, right q => right (or_intror q)
  end.
Definition or_dec {P P' Q Q' : Prop} (d : {P} + {P'}) (e : {Q} + {Q'}) : {P \/ Q} + {P' /\ Q'} :=
  match d, e with
  | right p, right q => right (conj p q)
  | left p, _ => left (or_introl p)
  | _, left q => left (or_intror q)
  end.
Definition eq_dec (a b : R) : {a = b} + {a <> b} := Req_EM_T a b.
Definition ne_dec (a b : R) : {a <> b} + {a = b} := not_dec (Req_EM_T a b).
Definition le_dec (a b : R) : {a <= b} + {b < a} := Rle_lt_dec a b.
Definition lt_dec (a b : R) : {a < b} + {b <= a} := Rlt_le_dec a b.
(** Iverson's bracket of a decided proposition. *)
Definition bracket {P Q : Prop} (d : {P} + {Q}) : R := if d then 1 else 0.
Definition delta (i j : R) : R := if eq_dec i j then 1 else 0.

(** x to the power y: whole exponents as repeated products, x^0 = 1 also at 0; else exp (y ln x). *)
Definition Pow (x y : R) : R :=
  if int_dec y then powerRZ x (Int_part y) else if eq_dec x 0 then 0 else Rpower x y.
Definition Fact (x : R) : R := INR (fact (Z.to_nat (Int_part x))).
Definition Binom (n k : R) : R := Fact n / (Fact k * Fact (n - k)).
Definition log2 (x : R) : R := ln x / ln 2.
Definition log10 (x : R) : R := ln x / ln 10.
Definition sigmoid (x : R) : R := 1 / (1 + exp (- x)).
Definition softplus (x : R) : R := ln (1 + exp x).
Definition relu (x : R) : R := Rmax 0 x.
Definition sgn (x : R) : R := if lt_dec 0 x then 1 else if lt_dec x 0 then -1 else 0.

(** A location: a coordinate of a symbol with the values T, at the point [pt]. *)
Record location (T : Type) := Location {
  pth : R -> T;        (* the symbol with t at the coordinate *)
  crd : T -> R;        (* the value at the coordinate *)
  pt : T;              (* the point *)
  pt_ok : pth (crd pt) = pt;
  crd_ok : forall t, crd (pth t) = t }.
Arguments pth {T}. Arguments crd {T}. Arguments pt {T}. Arguments pt_ok {T}. Arguments crd_ok {T}.

Definition upd1 (z : R -> R) (a t : R) : R -> R := fun i => if eq_dec i a then t else z i.
Definition upd2 (z : R -> R -> R) (a b t : R) : R -> R -> R :=
  fun i j => if eq_dec i a then (if eq_dec j b then t else z i j) else z i j.
Definition upd3 (z : R -> R -> R -> R) (a b c t : R) : R -> R -> R -> R :=
  fun i j k => if eq_dec i a then (if eq_dec j b then (if eq_dec k c then t else z i j k) else z i j k) else z i j k.

Lemma upd1_id z a : upd1 z a (z a) = z.
Proof. apply functional_extensionality; intro i; unfold upd1; destruct (eq_dec i a); subst; reflexivity. Qed.
Lemma upd2_id z a b : upd2 z a b (z a b) = z.
Proof. do 2 (apply functional_extensionality; intro); unfold upd2.
  destruct (eq_dec x a), (eq_dec x0 b); subst; reflexivity. Qed.
Lemma upd3_id z a b c : upd3 z a b c (z a b c) = z.
Proof. do 3 (apply functional_extensionality; intro); unfold upd3.
  destruct (eq_dec x a), (eq_dec x0 b), (eq_dec x1 c); subst; reflexivity. Qed.
Lemma upd1_at z a t : upd1 z a t a = t.
Proof. unfold upd1; destruct (eq_dec a a); congruence. Qed.
Lemma upd2_at z a b t : upd2 z a b t a b = t.
Proof. unfold upd2; destruct (eq_dec a a), (eq_dec b b); congruence. Qed.
Lemma upd3_at z a b c t : upd3 z a b c t a b c = t.
Proof. unfold upd3; destruct (eq_dec a a), (eq_dec b b), (eq_dec c c); congruence. Qed.

Definition var0 (x : R) : location R := Location R (fun t => t) (fun t => t) x eq_refl (fun _ => eq_refl).
Definition var1 (z : R -> R) (a : R) : location (R -> R) :=
  Location _ (upd1 z a) (fun z' => z' a) z (upd1_id z a) (upd1_at z a).
Definition var2 (z : R -> R -> R) (a b : R) : location (R -> R -> R) :=
  Location _ (upd2 z a b) (fun z' => z' a b) z (upd2_id z a b) (upd2_at z a b).
Definition var3 (z : R -> R -> R -> R) (a b c : R) : location (R -> R -> R -> R) :=
  Location _ (upd3 z a b c) (fun z' => z' a b c) z (upd3_id z a b c) (upd3_at z a b c).

(** The partial derivative of F at the location, and what holds near it. *)
Definition D {T} (d : location T) (F : T -> R) : R := Derive (fun t => F (pth d t)) (crd d (pt d)).
Definition near {T} (d : location T) (P : T -> Prop) : Prop :=
  locally (crd d (pt d)) (fun t => P (pth d t)).
(** F is differentiable at the location and has a value near it. *)
Definition exD {T} (d : location T) (F : T -> R) (ok : T -> Prop) : Prop :=
  ex_derive (fun t => F (pth d t)) (crd d (pt d)) /\ near d ok.

(** Which of two admissible points is at least as good: equal for f and g when they order alike. *)
Definition Argmin {T : Type} (A : T -> Prop) (f : T -> R) : {x | A x} -> {x | A x} -> R :=
  fun x y => if le_dec (f (proj1_sig x)) (f (proj1_sig y)) then 1 else 0.
Definition Argmax {T : Type} (A : T -> Prop) (f : T -> R) : {x | A x} -> {x | A x} -> R :=
  fun x y => if le_dec (f (proj1_sig y)) (f (proj1_sig x)) then 1 else 0.

(** When operations have a value. A product has one where its factors have, or where one of them is
    a bracket or delta that is 0. [zlz] says that the context has the convention 0*log(0) = 0; ln 0
    then counts as a value, also where it has no factor 0 beside it. *)
Definition mul_ok (u_ok u_zero v_ok v_zero : Prop) : Prop := (u_ok /\ v_ok) \/ u_zero \/ v_zero.
Definition log_ok (zlz : Prop) (u : R) : Prop := 0 < u \/ (zlz /\ u = 0).
Definition pow_ok (u v : R) : Prop :=
  0 < u \/ (0 <= u /\ 0 <= v) \/ (is_int v /\ 0 <= v) \/ (is_int v /\ u <> 0).

(** * 2. Whole numbers and ranges *)

Lemma Int_part_IZR (z : Z) : Int_part (IZR z) = z.
Proof. unfold Int_part; rewrite <- (tech_up (IZR z) (z + 1)); [lia| |]; rewrite plus_IZR; simpl; lra. Qed.

Lemma is_int_IZR (z : Z) : is_int (IZR z).
Proof. exists z; reflexivity. Qed.
Lemma is_int_INR (n : nat) : is_int (INR n).
Proof. exists (Z.of_nat n); apply INR_IZR_INZ. Qed.
Lemma is_int_plus x y : is_int x -> is_int y -> is_int (x + y).
Proof. intros [a ->] [b ->]; exists (a + b)%Z; symmetry; apply plus_IZR. Qed.
Lemma is_int_minus x y : is_int x -> is_int y -> is_int (x - y).
Proof. intros [a ->] [b ->]; exists (a - b)%Z; symmetry; apply minus_IZR. Qed.
Lemma is_int_opp x : is_int x -> is_int (- x).
Proof. intros [a ->]; exists (- a)%Z; symmetry; apply opp_IZR. Qed.
Lemma is_int_mult x y : is_int x -> is_int y -> is_int (x * y).
Proof. intros [a ->] [b ->]; exists (a * b)%Z; symmetry; apply mult_IZR. Qed.

(** Whole numbers compare as integers do. *)
Lemma int_lt_le x y : is_int x -> is_int y -> x < y -> x + 1 <= y.
Proof. intros [a ->] [b ->] H; apply lt_IZR in H; rewrite <- plus_IZR; apply IZR_le; lia. Qed.

Lemma first_int (z : Z) : first (IZR z) = IZR z.
Proof. unfold first; rewrite <- opp_IZR, Int_part_IZR; f_equal; lia. Qed.
Lemma count_int (x y : Z) : count (IZR x) (IZR y) = Z.to_nat (y - x + 1).
Proof. unfold count; rewrite <- opp_IZR, !Int_part_IZR; f_equal; lia. Qed.

(** The terms of a sum over a..b are those at the whole numbers between a and b: each is reached... *)
Lemma range_first a b i : (i < count a b)%nat -> range (first a + INR i) a b.
Proof.
  unfold count, first; intros H.
  assert (Hi : (Z.of_nat i <= Int_part b + Int_part (- a))%Z) by lia.
  destruct (base_Int_part b) as [Hb _], (base_Int_part (- a)) as [Ha _].
  rewrite INR_IZR_INZ, <- plus_IZR; split; [apply is_int_IZR|].
  apply IZR_le in Hi; rewrite plus_IZR in Hi.
  assert (Hp : 0 <= IZR (Z.of_nat i)) by (apply IZR_le; lia).
  rewrite plus_IZR, opp_IZR; lra.
Qed.
(** ... and nothing else is. *)
Lemma first_range k a b : range k a b -> exists i, (i < count a b)%nat /\ k = first a + INR i.
Proof.
  unfold count, first; intros [[z ->] [Ha Hb]].
  destruct (base_Int_part b) as [_ Hb'], (base_Int_part (- a)) as [_ Ha'].
  assert (A : (- Int_part (- a) < z + 1)%Z) by (apply lt_IZR; rewrite plus_IZR, opp_IZR; simpl; lra).
  assert (B : (z < Int_part b + 1)%Z) by (apply lt_IZR; rewrite plus_IZR; simpl; lra).
  exists (Z.to_nat (z + Int_part (- a))); split; [lia|].
  rewrite INR_IZR_INZ, Z2Nat.id by lia; rewrite <- plus_IZR; f_equal; lia.
Qed.
Lemma first_inj a i j : first a + INR i = first a + INR j -> i = j.
Proof. intros H; apply INR_eq; lra. Qed.
Lemma count_0 a b : count a b = O <-> (forall k, ~ range k a b).
Proof.
  split.
  - intros H k Hk; destruct (first_range k a b Hk) as (i & Hi & _); lia.
  - intros H; destruct (count a b) as [|n] eqn:E; [reflexivity|].
    exfalso; apply (H (first a + INR 0)), range_first; lia.
Qed.
Lemma count_empty a b : b < a -> count a b = O.
Proof. intros H; apply count_0; intros k [_ [H1 H2]]; lra. Qed.
Lemma count_pos a b : is_int a -> a <= b -> (0 < count a b)%nat.
Proof.
  intros Ha H; destruct (count a b) eqn:E; [|lia].
  exfalso; apply (proj1 (count_0 a b) E a); repeat split; [assumption|lra|lra].
Qed.

(** Sums and their kin depend on the terms in the range alone. *)
Lemma in_Sum a b F G : (forall k, range k a b -> F k = G k) -> Sum a b F = Sum a b G.
Proof.
  intros H; unfold Sum; assert (K : forall i, (i < count a b)%nat -> F (first a + INR i) = G (first a + INR i))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [reflexivity|].
  rewrite IH by (intros; apply K; lia); rewrite K by lia; reflexivity.
Qed.
Lemma in_Prod a b F G : (forall k, range k a b -> F k = G k) -> Prod a b F = Prod a b G.
Proof.
  intros H; unfold Prod; assert (K : forall i, (i < count a b)%nat -> F (first a + INR i) = G (first a + INR i))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [reflexivity|].
  rewrite IH by (intros; apply K; lia); rewrite K by lia; reflexivity.
Qed.
Lemma in_Max a b F G : (forall k, range k a b -> F k = G k) -> Max a b F = Max a b G.
Proof.
  intros H; unfold Max; assert (K : forall i, (i < count a b)%nat -> F (first a + INR i) = G (first a + INR i))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [reflexivity|].
  rewrite IH by (intros; apply K; lia); rewrite (K n) by lia; destruct n; [apply (K O); lia|reflexivity].
Qed.
Lemma in_Min a b F G : (forall k, range k a b -> F k = G k) -> Min a b F = Min a b G.
Proof.
  intros H; unfold Min; assert (K : forall i, (i < count a b)%nat -> F (first a + INR i) = G (first a + INR i))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [reflexivity|].
  rewrite IH by (intros; apply K; lia); rewrite (K n) by lia; destruct n; [apply (K O); lia|reflexivity].
Qed.

(** Induction on the number of terms: a property of sums that holds for no term and grows with one. *)
Lemma Sum_ind (P : R -> Prop) a b F :
  P 0 -> (forall k s, range k a b -> P s -> P (s + F k)) -> P (Sum a b F).
Proof.
  intros H0 HS; unfold Sum.
  assert (K : forall i, (i < count a b)%nat -> range (first a + INR i) a b) by (intros; apply range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [exact H0|].
  apply HS; [apply K; lia|apply IH; intros; apply K; lia].
Qed.
Lemma Prod_ind (P : R -> Prop) a b F :
  P 1 -> (forall k s, range k a b -> P s -> P (s * F k)) -> P (Prod a b F).
Proof.
  intros H0 HS; unfold Prod.
  assert (K : forall i, (i < count a b)%nat -> range (first a + INR i) a b) by (intros; apply range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [exact H0|].
  apply HS; [apply K; lia|apply IH; intros; apply K; lia].
Qed.
(** The same for two sums over one range. *)
Lemma Sum_ind2 (P : R -> R -> Prop) a b F G :
  P 0 0 -> (forall k s t, range k a b -> P s t -> P (s + F k) (t + G k)) -> P (Sum a b F) (Sum a b G).
Proof.
  intros H0 HS; unfold Sum.
  assert (K : forall i, (i < count a b)%nat -> range (first a + INR i) a b) by (intros; apply range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [exact H0|].
  apply HS; [apply K; lia|apply IH; intros; apply K; lia].
Qed.

(** A sum over whole ends, as the library has it. *)
Lemma Sum_sum_n_m (m n : nat) F : (m <= S n)%nat -> Sum (INR m) (INR n) F = sum_n_m (fun i => F (INR i)) m n.
Proof.
  intros H; unfold Sum; rewrite !INR_IZR_INZ, first_int, count_int.
  replace (Z.to_nat (Z.of_nat n - Z.of_nat m + 1)) with (S n - m)%nat by lia.
  rewrite <- INR_IZR_INZ.
  remember (S n - m)%nat as l eqn:El; revert n H El; induction l as [|l IH]; intros n H El.
  - simpl; rewrite sum_n_m_zero by lia; reflexivity.
  - simpl; destruct n as [|n].
    + assert (m = O) by lia; assert (l = O) by lia; subst m l; simpl; rewrite sum_n_n; simpl.
      rewrite Rplus_0_l, Rplus_0_r; reflexivity.
    + rewrite (IH n) by lia; rewrite sum_n_Sm by lia.
      rewrite <- plus_INR; replace (m + l)%nat with (S n) by lia; reflexivity.
Qed.

(** * 3. Near a location *)

Lemma near_at {T} (d : location T) P : near d P -> P (pt d).
Proof. unfold near; intros H; rewrite <- (pt_ok d); exact (locally_singleton _ _ H). Qed.
Lemma near_all {T} (d : location T) (P : T -> Prop) : (forall t, P t) -> near d P.
Proof. intros H; apply filter_forall; intros t; apply H. Qed.
Lemma near_use {T} (d : location T) (P Q : T -> Prop) : near d P -> near d (fun t => P t -> Q t) -> near d Q.
Proof. unfold near; intros HP HQ; generalize (filter_and _ _ HP HQ); apply filter_imp; intros t [H1 H2]; exact (H2 H1). Qed.
Lemma near_imp {T} (d : location T) (P Q : T -> Prop) : (forall t, P t -> Q t) -> near d P -> near d Q.
Proof. intros H; apply filter_imp; intros t; apply H. Qed.
Lemma near_and {T} (d : location T) (P Q : T -> Prop) : near d P -> near d Q -> near d (fun t => P t /\ Q t).
Proof. apply filter_and. Qed.
Lemma near_const {T} (d : location T) (P : Prop) : P -> near d (fun _ => P).
Proof. intros H; apply near_all; intros _; exact H. Qed.
Lemma near_range {T} (d : location T) a b (P : R -> T -> Prop) :
  (forall k, range k a b -> near d (P k)) -> near d (fun t => forall k, range k a b -> P k t).
Proof.
  intros H.
  assert (K : near d (fun t => forall i, (i < count a b)%nat -> P (first a + INR i) t)).
  { assert (H' : forall i, (i < count a b)%nat -> near d (P (first a + INR i)))
      by (intros; apply H, range_first; assumption).
    revert H'; generalize (count a b) as n; induction n as [|n IH]; intros H'.
    - apply near_all; intros t i Hi; lia.
    - apply (near_imp d (fun t => (forall i, (i < n)%nat -> P (first a + INR i) t) /\ P (first a + INR n) t)).
      + intros t [H1 H2] i Hi; destruct (Nat.eq_dec i n) as [->|E]; [exact H2|apply H1; lia].
      + apply near_and; [apply IH; intros; apply H'; lia|apply H'; lia]. }
  revert K; apply near_imp; intros t Ht k Hk; destruct (first_range k a b Hk) as (i & Hi & ->); apply Ht, Hi.
Qed.

(** Continuous along the location: what an open condition needs to hold near it. *)
Definition cty {T} (d : location T) (F : T -> R) : Prop := continuous (fun t => F (pth d t)) (crd d (pt d)).
Lemma near_pos {T} (d : location T) F : cty d F -> 0 < F (pt d) -> near d (fun t => 0 < F t).
Proof.
  unfold cty, near; intros H P; rewrite <- (pt_ok d) in P.
  apply (H (fun v => 0 < v)); exact (open_gt 0 _ P).
Qed.
Lemma cty_minus {T} (d : location T) F G : cty d F -> cty d G -> cty d (fun t => F t - G t).
Proof. exact (@continuous_minus _ R_AbsRing R_NormedModule _ _ _). Qed.
Lemma near_lt {T} (d : location T) F G : cty d F -> cty d G -> F (pt d) < G (pt d) -> near d (fun t => F t < G t).
Proof.
  intros HF HG H; apply (near_imp d (fun t => 0 < G t - F t)); [intros t; lra|].
  apply (near_pos d (fun t => G t - F t)); [apply cty_minus; assumption|lra].
Qed.
Lemma near_ne {T} (d : location T) F G : cty d F -> cty d G -> F (pt d) <> G (pt d) -> near d (fun t => F t <> G t).
Proof.
  intros HF HG H; destruct (Rtotal_order (F (pt d)) (G (pt d))) as [L|[E|L]]; [|contradiction|].
  - apply (near_imp d (fun t => F t < G t)); [intros t; lra|apply near_lt; assumption].
  - apply (near_imp d (fun t => G t < F t)); [intros t; lra|apply near_lt; assumption].
Qed.
Lemma cty_const {T} (d : location T) c : cty d (fun _ => c).
Proof. apply continuous_const. Qed.
Lemma cty_exD {T} (d : location T) F ok : exD d F ok -> cty d F.
Proof. intros [H _]; exact (@ex_derive_continuous R_AbsRing R_NormedModule _ _ H). Qed.

(** Derivatives of functions that agree near the location, and of nothing but constants. *)
Lemma in_D {T} (d : location T) F G : near d (fun t => F t = G t) -> D d F = D d G.
Proof. intros H; apply Derive_ext_loc, H. Qed.
Lemma exD_ext {T} (d : location T) F G ok : near d (fun t => F t = G t) -> exD d F ok -> exD d G ok.
Proof. intros H [E N]; split; [apply (ex_derive_ext_loc _ _ _ H E)|exact N]. Qed.
(** The statement without the vocabulary of this file. *)
Lemma D_is_derive {T} (d : location T) F ok l :
  exD d F ok -> D d F = l -> is_derive (fun t => F (pth d t)) (crd d (pt d)) l.
Proof. intros [H _] <-; exact (Derive_correct _ _ H). Qed.

(** * 4. Steps of a derivation *)

(** A chain: the first step, and the rest. *)
Lemma eq_trans_at {A} (a b c : A) : a = b -> b = c -> a = c. Proof. intros ->; trivial. Qed.
Lemma eq_le_at (a b c : R) : a = b -> b <= c -> a <= c.    Proof. intros ->; trivial. Qed.
Lemma eq_lt_at (a b c : R) : a = b -> b < c -> a < c.      Proof. intros ->; trivial. Qed.
Lemma le_le_at (a b c : R) : a <= b -> b <= c -> a <= c.   Proof. apply Rle_trans. Qed.
Lemma lt_le_at (a b c : R) : a < b -> b <= c -> a <= c.    Proof. lra. Qed.
Lemma le_lt_at (a b c : R) : a <= b -> b < c -> a < c.     Proof. apply Rle_lt_trans. Qed.
Lemma lt_then_le_at (a b c : R) : a < b -> b <= c -> a < c. Proof. apply Rlt_le_trans. Qed.

(** Where a step acts: one lemma for each operator on the way to the place. *)
Lemma in_add_l c a b : a = b -> a + c = b + c.             Proof. intros ->; reflexivity. Qed.
Lemma in_add_r c a b : a = b -> c + a = c + b.             Proof. intros ->; reflexivity. Qed.
Lemma in_sub_l c a b : a = b -> a - c = b - c.             Proof. intros ->; reflexivity. Qed.
Lemma in_sub_r c a b : a = b -> c - a = c - b.             Proof. intros ->; reflexivity. Qed.
Lemma in_mul_l c a b : a = b -> a * c = b * c.             Proof. intros ->; reflexivity. Qed.
Lemma in_mul_r c a b : a = b -> c * a = c * b.             Proof. intros ->; reflexivity. Qed.
Lemma in_div_l c a b : a = b -> a / c = b / c.             Proof. intros ->; reflexivity. Qed.
Lemma in_div_r c a b : a = b -> c / a = c / b.             Proof. intros ->; reflexivity. Qed.
(** A factor counts only where the other is not 0. *)
Lemma in_mul_l_when (P : Prop) c a b : (~ P -> c = 0) -> (P -> a = b) -> a * c = b * c.
Proof. intros H0 H; destruct (classic P) as [p|n]; [rewrite (H p)|rewrite (H0 n)]; ring. Qed.
Lemma in_mul_r_when (P : Prop) c a b : (~ P -> c = 0) -> (P -> a = b) -> c * a = c * b.
Proof. intros H0 H; destruct (classic P) as [p|n]; [rewrite (H p)|rewrite (H0 n)]; ring. Qed.
Lemma in_then {P Q : Prop} (d : {P} + {Q}) (a b c : R) : (P -> a = b) -> (if d then a else c) = (if d then b else c).
Proof. destruct d; auto. Qed.
Lemma in_else {P Q : Prop} (d : {P} + {Q}) (a b c : R) : (Q -> a = b) -> (if d then c else a) = (if d then c else b).
Proof. destruct d; auto. Qed.
Lemma in_Argmin {T} (A : T -> Prop) f g : (forall t, A t -> f t = g t) -> Argmin A f = Argmin A g.
Proof. intros H; do 2 (apply functional_extensionality; intro); unfold Argmin; rewrite !H by (apply proj2_sig); reflexivity. Qed.
Lemma in_Argmax {T} (A : T -> Prop) f g : (forall t, A t -> f t = g t) -> Argmax A f = Argmax A g.
Proof. intros H; do 2 (apply functional_extensionality; intro); unfold Argmax; rewrite !H by (apply proj2_sig); reflexivity. Qed.
Lemma rewrite_in (P : R -> Prop) a b : a = b -> P b -> P a. Proof. intros ->; trivial. Qed.

(** Case distinctions. *)
Lemma eq_or_ne (a b : R) : a = b \/ a <> b.               Proof. apply Req_dec. Qed.
Lemma ne_or_eq (a b : R) : a <> b \/ a = b.               Proof. destruct (Req_dec a b); auto. Qed.
Lemma le_or_lt (a b : R) : a <= b \/ b < a.               Proof. lra. Qed.
Lemma lt_or_le (a b : R) : a < b \/ b <= a.               Proof. lra. Qed.

(** What is nearby is so with one more thing that is. *)
Lemma exD_and {T} (d : location T) F (P ok : T -> Prop) : near d P -> exD d F ok -> exD d F (fun t => P t /\ ok t).
Proof. intros HP [E N]; split; [exact E|apply near_and; assumption]. Qed.

(** Inequalities by adding multiples of others. *)
Lemma scaled_le f a b : 0 <= f -> a <= b -> 0 <= f * (b - a).
Proof. intros H1 H2; apply Rmult_le_pos; lra. Qed.
Lemma scaled_lt f a b : 0 < f -> a < b -> 0 < f * (b - a).
Proof. intros H1 H2; apply Rmult_lt_0_compat; lra. Qed.
Lemma scaled_eq f a b : a = b -> 0 = f * (b - a).
Proof. intros ->; ring. Qed.
Lemma le_by_difference a b s : b - a = s -> 0 <= s -> a <= b. Proof. lra. Qed.
Lemma lt_by_difference a b s : b - a = s -> 0 < s -> a < b.   Proof. lra. Qed.
Lemma eq_by_difference a b s : b - a = s -> 0 = s -> a = b.   Proof. lra. Qed.

(** * 5. Facts on powers, sums and products *)

(** ** Powers *)

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

(** ** Decisions *)

(** Decide everything, and leave it to arithmetic. *)
Ltac decide_all :=
  unfold delta, bracket, ne_dec, not_dec, and_dec, le_dec, lt_dec, eq_dec;
  repeat match goal with
  | |- context [Req_EM_T ?a ?b] => destruct (Req_EM_T a b)
  | |- context [Rle_lt_dec ?a ?b] => destruct (Rle_lt_dec a b)
  | |- context [Rlt_le_dec ?a ?b] => destruct (Rlt_le_dec a b)
  end; subst; try lra; try contradiction.

(** ** Factorials *)

Lemma Fact_nat n : Fact (INR n) = INR (fact n).
Proof. unfold Fact; rewrite (INR_IZR_INZ n), Int_part_IZR, Nat2Z.id; reflexivity. Qed.
Lemma Fact_pos x : 0 < Fact x.
Proof. apply lt_0_INR, lt_O_fact. Qed.

(** ** Sums and products: one term after another *)

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

(** ** Sums and products: the ends *)

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

(** ** The larger of two *)

Lemma Rmax_plus_l u x y : u + Rmax x y = Rmax (u + x) (u + y).
Proof. unfold Rmax; destruct (Rle_dec x y), (Rle_dec (u + x) (u + y)); lra. Qed.

(** * 6. The rules of logarithms, sums, deltas and functions *)

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
Lemma r_sign_zero :
  forall (u : R), 0 <= u -> u <= 0 -> (sgn u) = 0.
Proof. intros u H K; unfold sgn; decide_all. Qed.
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

(** ** factorials *)

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

(** * 7. Facts on derivatives *)

(** F has the derivative l along the location. *)
Definition isD {T} (d : location T) (F : T -> R) (l : R) : Prop :=
  is_derive (fun t => F (pth d t)) (crd d (pt d)) l.

Lemma exD_isD {T} (d : location T) F ok : exD d F ok -> isD d F (D d F).
Proof. intros [H _]; exact (Derive_correct _ _ H). Qed.
Lemma exD_near {T} (d : location T) F ok : exD d F ok -> near d ok.
Proof. intros [_ H]; exact H. Qed.
Lemma isD_D {T} (d : location T) F l m : isD d F l -> l = m -> D d F = m.
Proof. intros H <-; exact (is_derive_unique _ _ _ H). Qed.
Lemma isD_exD {T} (d : location T) F l ok : isD d F l -> near d ok -> exD d F ok.
Proof. intros H N; split; [exists l; exact H|exact N]. Qed.
Lemma isD_ext {T} (d : location T) F G l : near d (fun t => F t = G t) -> isD d F l -> isD d G l.
Proof. intros H; exact (is_derive_ext_loc _ _ _ _ H). Qed.
Lemma isD_cty {T} (d : location T) F l : isD d F l -> cty d F.
Proof. intros H; apply (ex_derive_continuous (V := R_NormedModule)); exists l; exact H. Qed.

(** Derivatives of constants, sums, products and compositions. *)
Lemma isD_const {T} (d : location T) c : isD d (fun _ => c) 0.
Proof. exact (is_derive_const c _). Qed.
Lemma isD_crd {T} (d : location T) : isD d (crd d) 1.
Proof.
  apply (is_derive_ext (fun t => t)); [intros t; symmetry; apply crd_ok|exact (is_derive_id _)].
Qed.
Lemma isD_plus {T} (d : location T) F G l m : isD d F l -> isD d G m -> isD d (fun t => F t + G t) (l + m).
Proof. exact (is_derive_plus _ _ _ _ _). Qed.
Lemma isD_opp {T} (d : location T) F l : isD d F l -> isD d (fun t => - F t) (- l).
Proof. exact (is_derive_opp _ _ _). Qed.
Lemma isD_minus {T} (d : location T) F G l m : isD d F l -> isD d G m -> isD d (fun t => F t - G t) (l - m).
Proof. exact (is_derive_minus _ _ _ _ _). Qed.
Lemma isD_comp {T} (d : location T) f F l m :
  is_derive f (F (pt d)) l -> isD d F m -> isD d (fun t => f (F t)) (l * m).
Proof.
  intros Hf HF; rewrite Rmult_comm.
  apply (is_derive_comp f (fun t => F (pth d t))); [rewrite pt_ok; exact Hf|exact HF].
Qed.
Lemma isD_mult {T} (d : location T) F G l m :
  isD d F l -> isD d G m -> isD d (fun t => F t * G t) (l * G (pt d) + F (pt d) * m).
Proof.
  intros HF HG; pose proof (is_derive_mult _ _ _ _ _ HF HG Rmult_comm) as H.
  cbv beta in H; rewrite pt_ok in H; exact H.
Qed.

(** Continuity along a location. *)
Lemma cty_crd {T} (d : location T) : cty d (crd d).
Proof. exact (isD_cty d _ _ (isD_crd d)). Qed.
Lemma cty_var0 x : cty (var0 x) (fun t => t).
Proof. exact (continuous_id _). Qed.
Lemma cty_var1 z a i : cty (var1 z a) (fun t => t i).
Proof. unfold cty; simpl; unfold upd1; destruct (eq_dec i a); [exact (continuous_id _)|apply continuous_const]. Qed.
Lemma cty_var2 z a b i j : cty (var2 z a b) (fun t => t i j).
Proof.
  unfold cty; simpl; unfold upd2; destruct (eq_dec i a), (eq_dec j b);
    solve [exact (continuous_id _)|apply continuous_const].
Qed.
Lemma cty_var3 z a b c i j k : cty (var3 z a b c) (fun t => t i j k).
Proof.
  unfold cty; simpl; unfold upd3; destruct (eq_dec i a), (eq_dec j b), (eq_dec k c);
    solve [exact (continuous_id _)|apply continuous_const].
Qed.
Lemma cty_ext {T} (d : location T) F G : (forall t, F t = G t) -> cty d F -> cty d G.
Proof. intros H; apply continuous_ext; intros t; apply H. Qed.
Lemma cty_plus {T} (d : location T) F G : cty d F -> cty d G -> cty d (fun t => F t + G t).
Proof. exact (@continuous_plus _ R_AbsRing R_NormedModule _ _ _). Qed.
Lemma cty_opp {T} (d : location T) F : cty d F -> cty d (fun t => - F t).
Proof. exact (@continuous_opp _ R_AbsRing R_NormedModule _ _). Qed.
Lemma cty_mult {T} (d : location T) F G : cty d F -> cty d G -> cty d (fun t => F t * G t).
Proof. exact (@continuous_mult _ R_AbsRing _ _ _). Qed.
Lemma cty_comp {T} (d : location T) f F : cty d F -> continuous f (F (pt d)) -> cty d (fun t => f (F t)).
Proof. unfold cty; intros HF Hf; apply (continuous_comp (fun t => F (pth d t)) f); [exact HF|rewrite pt_ok; exact Hf]. Qed.
Lemma cty_smooth {T} (d : location T) f F : cty d F -> ex_derive f (F (pt d)) -> cty d (fun t => f (F t)).
Proof. intros HF Hf; apply cty_comp; [exact HF|exact (ex_derive_continuous (V := R_NormedModule) _ _ Hf)]. Qed.
Lemma cty_inv {T} (d : location T) F : cty d F -> F (pt d) <> 0 -> cty d (fun t => / F t).
Proof. intros HF H; apply (cty_smooth d Rinv); [exact HF|auto_derive; exact H]. Qed.
Lemma cty_div {T} (d : location T) F G : cty d F -> cty d G -> G (pt d) <> 0 -> cty d (fun t => F t / G t).
Proof. intros HF HG H; apply cty_mult; [exact HF|apply cty_inv; assumption]. Qed.
Lemma cty_exp {T} (d : location T) F : cty d F -> cty d (fun t => exp (F t)).
Proof. intros HF; apply (cty_comp d exp); [exact HF|apply continuous_exp]. Qed.
Lemma cty_ln {T} (d : location T) F : cty d F -> 0 < F (pt d) -> cty d (fun t => ln (F t)).
Proof. intros HF H; apply (cty_smooth d ln); [exact HF|auto_derive; exact H]. Qed.
Lemma cty_sqrt {T} (d : location T) F : cty d F -> cty d (fun t => sqrt (F t)).
Proof. intros HF; apply (cty_comp d sqrt); [exact HF|apply continuous_sqrt]. Qed.
Lemma cty_Rabs {T} (d : location T) F : cty d F -> cty d (fun t => Rabs (F t)).
Proof. intros HF; apply (cty_comp d Rabs); [exact HF|apply continuous_Rabs]. Qed.
Lemma Rmax_Rabs x y : Rmax x y = (x + y + Rabs (x - y)) * / 2.
Proof. unfold Rmax, Rabs; destruct (Rle_dec x y), (Rcase_abs (x - y)); lra. Qed.
Lemma Rmin_Rabs x y : Rmin x y = (x + y - Rabs (x - y)) * / 2.
Proof. unfold Rmin, Rabs; destruct (Rle_dec x y), (Rcase_abs (x - y)); lra. Qed.
Lemma cty_Rmax {T} (d : location T) F G : cty d F -> cty d G -> cty d (fun t => Rmax (F t) (G t)).
Proof.
  intros HF HG; apply (cty_ext d (fun t => (F t + G t + Rabs (F t - G t)) * / 2)); [intros t; symmetry; apply Rmax_Rabs|].
  apply cty_mult; [|apply cty_const]; apply cty_plus; [apply cty_plus; assumption|].
  apply (cty_Rabs d (fun t => F t - G t)), cty_minus; assumption.
Qed.
Lemma cty_Rmin {T} (d : location T) F G : cty d F -> cty d G -> cty d (fun t => Rmin (F t) (G t)).
Proof.
  intros HF HG; apply (cty_ext d (fun t => (F t + G t - Rabs (F t - G t)) * / 2)); [intros t; symmetry; apply Rmin_Rabs|].
  apply cty_mult; [|apply cty_const]; apply cty_minus; [apply cty_plus; assumption|].
  apply (cty_Rabs d (fun t => F t - G t)), cty_minus; assumption.
Qed.
Lemma cty_relu {T} (d : location T) F : cty d F -> cty d (fun t => relu (F t)).
Proof. intros HF; apply (cty_Rmax d (fun _ => 0)); [apply cty_const|exact HF]. Qed.

Lemma exp_1_pos x : 0 < 1 + exp x.
Proof. pose proof (exp_pos x); lra. Qed.
Lemma is_derive_sigmoid x : is_derive sigmoid x (sigmoid x * (1 - sigmoid x)).
Proof.
  unfold sigmoid; pose proof (exp_1_pos (- x)); auto_derive; [lra|field; lra].
Qed.
Lemma is_derive_softplus x : is_derive softplus x (sigmoid x).
Proof.
  unfold softplus, sigmoid; pose proof (exp_1_pos x); auto_derive; [lra|].
  rewrite exp_Ropp; pose proof (exp_pos x); field; lra.
Qed.
Lemma is_derive_tanh x : is_derive tanh x (1 - tanh x * tanh x).
Proof.
  unfold tanh, sinh, cosh; pose proof (exp_pos x); pose proof (exp_pos (- x)); auto_derive; [lra|field; lra].
Qed.
Lemma cty_sigmoid {T} (d : location T) F : cty d F -> cty d (fun t => sigmoid (F t)).
Proof. intros HF; apply (cty_smooth d sigmoid); [exact HF|eexists; apply is_derive_sigmoid]. Qed.
Lemma cty_softplus {T} (d : location T) F : cty d F -> cty d (fun t => softplus (F t)).
Proof. intros HF; apply (cty_smooth d softplus); [exact HF|eexists; apply is_derive_softplus]. Qed.
Lemma cty_tanh {T} (d : location T) F : cty d F -> cty d (fun t => tanh (F t)).
Proof. intros HF; apply (cty_smooth d tanh); [exact HF|eexists; apply is_derive_tanh]. Qed.

(** Powers: whole exponents by repeated products, others of positive bases by exp and ln. *)

Lemma Pow_INR x n : Pow x (INR n) = x ^ n.
Proof. rewrite INR_IZR_INZ, Pow_IZR; symmetry; apply pow_powerRZ. Qed.

Lemma is_int_nat v : is_int v -> 0 <= v -> exists n, v = INR n.
Proof.
  intros [z ->] H; apply le_IZR in H; exists (Z.to_nat z); rewrite INR_IZR_INZ, Z2Nat.id by exact H; reflexivity.
Qed.
Lemma Pow_exp x v : 0 < x -> Pow x v = exp (v * ln x).
Proof.
  intros H; unfold Pow; destruct (int_dec v) as [[z ->]|_].
  - rewrite Int_part_IZR; apply powerRZ_Rpower, H.
  - destruct (eq_dec x 0); [lra|reflexivity].
Qed.
Lemma is_derive_Pow v x : is_int v -> 1 <= v \/ x <> 0 -> is_derive (fun u => Pow u v) x (v * Pow x (v - 1)).
Proof.
  intros Hv H; destruct (Rle_lt_dec 0 v) as [P|N].
  - destruct (is_int_nat v Hv P) as [[|n] ->].
    + apply (is_derive_ext (fun _ => 1)); [intros u; rewrite Pow_INR; reflexivity|].
      replace (INR 0 * Pow x (INR 0 - 1)) with 0 by (simpl INR; ring); exact (is_derive_const _ _).
    + apply (is_derive_ext (fun u => u ^ S n)); [intros u; rewrite Pow_INR; reflexivity|].
      replace (INR (S n) - 1) with (INR n) by (rewrite S_INR; ring); rewrite Pow_INR.
      replace (INR (S n) * x ^ n) with (INR (S n) * 1 * x ^ pred (S n)) by (simpl pred; ring).
      exact (is_derive_pow (fun u => u) _ _ _ (is_derive_id _)).
  - assert (Hx : x <> 0) by (destruct H; [lra|assumption]).
    destruct (is_int_nat (- v) (is_int_opp v Hv)) as [m Hm]; [lra|].
    assert (E : v = - INR m) by lra; clear Hm; subst v.
    assert (E : forall n u, Pow u (- INR n) = / u ^ n).
    { intros n u; rewrite INR_IZR_INZ, <- opp_IZR, Pow_IZR, powerRZ_neg' , <- pow_powerRZ; reflexivity. }
    apply (is_derive_ext (fun u => / u ^ m)); [intros u; symmetry; apply E|].
    replace (- INR m - 1) with (- INR (S m)) by (rewrite S_INR; ring); rewrite E.
    assert (Hp : forall n, x ^ n <> 0) by (intros; apply pow_nonzero, Hx).
    destruct m as [|m]; [simpl in N; lra|].
    replace (- INR (S m) * / x ^ S (S m)) with (- (INR (S m) * 1 * x ^ pred (S m)) / (x ^ S m) ^ 2).
    + apply is_derive_inv; [exact (is_derive_pow (fun u => u) _ _ _ (is_derive_id _))|apply Hp].
    + simpl pred; simpl pow; field; split; [apply Hp|exact Hx].
Qed.
Lemma cty_Pow {T} (d : location T) F v : cty d F -> is_int v /\ 0 <= v -> cty d (fun t => Pow (F t) v).
Proof.
  intros HF [Hv H]; destruct (Req_dec v 0) as [->|N].
  - apply (cty_ext d (fun _ => 1)); [intros t; symmetry; apply (Pow_INR _ 0)|apply cty_const].
  - apply (cty_smooth d (fun u => Pow u v)); [exact HF|eexists; apply is_derive_Pow; [exact Hv|left]].
    destruct (is_int_nat v Hv H) as [[|n] ->]; [simpl in N; lra|].
    rewrite S_INR; pose proof (pos_INR n); lra.
Qed.

(** Sums and their kin over a range that does not vary. *)
Lemma cty_Sum {T} (d : location T) a b (F : T -> R -> R) :
  (forall k, range k a b -> cty d (fun t => F t k)) -> cty d (fun t => Sum a b (F t)).
Proof.
  intros H; unfold Sum; assert (K : forall i, (i < count a b)%nat -> cty d (fun t => F t (first a + INR i)))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [apply cty_const|].
  apply cty_plus; [apply IH; intros; apply K; lia|apply K; lia].
Qed.
Lemma cty_Prod {T} (d : location T) a b (F : T -> R -> R) :
  (forall k, range k a b -> cty d (fun t => F t k)) -> cty d (fun t => Prod a b (F t)).
Proof.
  intros H; unfold Prod; assert (K : forall i, (i < count a b)%nat -> cty d (fun t => F t (first a + INR i)))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [apply cty_const|].
  apply cty_mult; [apply IH; intros; apply K; lia|apply K; lia].
Qed.
Lemma cty_Max {T} (d : location T) a b (F : T -> R -> R) :
  (forall k, range k a b -> cty d (fun t => F t k)) -> cty d (fun t => Max a b (F t)).
Proof.
  intros H; unfold Max; assert (K : forall i, (i < count a b)%nat -> cty d (fun t => F t (first a + INR i)))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; [apply cty_const|].
  destruct n; [apply K; lia|].
  apply (cty_Rmax d (fun t => max_first (S n) (fun i => F t (first a + INR i)))); [apply IH; intros; apply K; lia|apply K; lia].
Qed.
Lemma cty_Min {T} (d : location T) a b (F : T -> R -> R) :
  (forall k, range k a b -> cty d (fun t => F t k)) -> cty d (fun t => Min a b (F t)).
Proof.
  intros H; unfold Min; assert (K : forall i, (i < count a b)%nat -> cty d (fun t => F t (first a + INR i)))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; [apply cty_const|].
  destruct n; [apply K; lia|].
  apply (cty_Rmin d (fun t => min_first (S n) (fun i => F t (first a + INR i)))); [apply IH; intros; apply K; lia|apply K; lia].
Qed.

(** Continuity by syntax. What must hold at the point (under ln and /, or of an exponent) is left
    as a goal if it is not at hand. *)
Ltac cty_side :=
  cbn [pt var0 var1 var2 var3];
  try lazymatch goal with
  | |- is_int _ /\ _ => split; [first [apply is_int_IZR|apply is_int_INR|assumption]|first [apply pos_INR|lra]]
  | |- _ => first [assumption|lra]
  end.
Ltac cty :=
  cbv beta;
  lazymatch goal with
  | |- forall _, _ => intro; cty
  | |- cty _ (fun _ => ?c) => apply cty_const
  | |- cty ?d (crd ?d) => apply cty_crd
  | |- cty _ (fun t => @?F t + @?G t) => apply (cty_plus _ F G); cty
  | |- cty _ (fun t => @?F t - @?G t) => apply (cty_minus _ F G); cty
  | |- cty _ (fun t => - @?F t) => apply (cty_opp _ F); cty
  | |- cty _ (fun t => @?F t * @?G t) => apply (cty_mult _ F G); cty
  | |- cty _ (fun t => @?F t / @?G t) => apply (cty_div _ F G); cty
  | |- cty _ (fun t => / @?F t) => apply (cty_inv _ F); cty
  | |- cty _ (fun t => exp (@?F t)) => apply (cty_exp _ F); cty
  | |- cty _ (fun t => ln (@?F t)) => apply (cty_ln _ F); cty
  | |- cty _ (fun t => sqrt (@?F t)) => apply (cty_sqrt _ F); cty
  | |- cty _ (fun t => tanh (@?F t)) => apply (cty_tanh _ F); cty
  | |- cty _ (fun t => sigmoid (@?F t)) => apply (cty_sigmoid _ F); cty
  | |- cty _ (fun t => softplus (@?F t)) => apply (cty_softplus _ F); cty
  | |- cty _ (fun t => relu (@?F t)) => apply (cty_relu _ F); cty
  | |- cty _ (fun t => Rabs (@?F t)) => apply (cty_Rabs _ F); cty
  | |- cty _ (fun t => Rmax (@?F t) (@?G t)) => apply (cty_Rmax _ F G); cty
  | |- cty _ (fun t => Rmin (@?F t) (@?G t)) => apply (cty_Rmin _ F G); cty
  | |- cty _ (fun t => Pow (@?F t) ?v) => apply (cty_Pow _ F v); cty
  | |- cty _ (fun t => Sum ?a ?b (@?F t)) => apply (cty_Sum _ a b F); cty
  | |- cty _ (fun t => Prod ?a ?b (@?F t)) => apply (cty_Prod _ a b F); cty
  | |- cty _ (fun t => Max ?a ?b (@?F t)) => apply (cty_Max _ a b F); cty
  | |- cty _ (fun t => Min ?a ?b (@?F t)) => apply (cty_Min _ a b F); cty
  | |- cty _ (fun t => if ?c then @?F t else @?G t) => destruct c; cty
  | |- cty (var0 _) _ => apply cty_var0
  | |- cty (var1 _ _) (fun t => t _) => apply cty_var1
  | |- cty (var2 _ _ _) (fun t => t _ _) => apply cty_var2
  | |- cty (var3 _ _ _ _) (fun t => t _ _ _) => apply cty_var3
  | |- cty ?d (fun t => crd ?d t) => apply cty_crd
  | |- cty ?d ?F =>
      try match goal with
      | H : cty d ?G |- _ => unify F G; exact H
      | H : exD d ?G _ |- _ => unify F G; exact (cty_exD d G _ H)
      | H : isD d ?G _ |- _ => unify F G; exact (isD_cty d G _ H)
      end
  | |- _ => cty_side
  end.

(** An open condition holds near a location when it holds at it; that it does is left as a goal if
    it is not at hand. *)
Ltac near_open :=
  cbv beta;
  lazymatch goal with
  | |- forall _, _ => intro; near_open
  | |- near _ (fun _ => ?P) => apply near_const; cty_side
  | |- near ?d (fun t => @?P t /\ @?Q t) => apply (near_and d P Q); near_open
  | |- near ?d (fun t => forall k, range k ?a ?b -> @?P t k) =>
      apply (near_range d a b (fun k t => P t k)); near_open
  | |- near ?d (fun t => @?F t < @?G t) => apply (near_lt d F G); [cty|cty|cty_side]
  | |- near ?d (fun t => @?F t <> @?G t) => apply (near_ne d F G); [cty|cty|cty_side]
  | |- _ => idtac
  end.

Lemma isD_entry z i a : isD (var1 z a) (fun t => t i) (delta i a).
Proof.
  unfold isD, delta; simpl; unfold upd1; destruct (eq_dec i a); [exact (is_derive_id _)|exact (is_derive_const _ _)].
Qed.
Lemma isD_entry_2 z i j a b : isD (var2 z a b) (fun t => t i j) (delta i a * delta j b).
Proof.
  unfold isD, delta; simpl; unfold upd2; destruct (eq_dec i a), (eq_dec j b); rewrite ?Rmult_0_l, ?Rmult_0_r, ?Rmult_1_l;
    solve [exact (is_derive_id _)|exact (is_derive_const _ _)].
Qed.
Lemma isD_entry_3 z i j k a b c : isD (var3 z a b c) (fun t => t i j k) (delta i a * delta j b * delta k c).
Proof.
  unfold isD, delta; simpl; unfold upd3; destruct (eq_dec i a), (eq_dec j b), (eq_dec k c);
    rewrite ?Rmult_0_l, ?Rmult_0_r, ?Rmult_1_l, ?Rmult_0_l, ?Rmult_0_r; solve [exact (is_derive_id _)|exact (is_derive_const _ _)].
Qed.
Lemma isD_scal {T} (d : location T) c F l : isD d F l -> isD d (fun t => c * F t) (c * l).
Proof. exact (is_derive_scal _ _ c l). Qed.
Lemma isD_scal_right {T} (d : location T) c F l : isD d F l -> isD d (fun t => F t * c) (l * c).
Proof.
  intros H; rewrite Rmult_comm; apply (isD_ext d (fun t => c * F t)); [apply near_all; intros t; apply Rmult_comm|].
  apply isD_scal, H.
Qed.
Lemma isD_div {T} (d : location T) F G l m :
  isD d F l -> isD d G m -> G (pt d) <> 0 -> isD d (fun t => F t / G t) ((l * G (pt d) - F (pt d) * m) / G (pt d) ^ 2).
Proof.
  intros HF HG H; rewrite <- (pt_ok d) in H; pose proof (is_derive_div _ _ _ _ _ HF HG H) as K.
  cbv beta in K; rewrite pt_ok in K; exact K.
Qed.
Lemma near_Pow_pos v x : 0 < x -> locally x (fun u => exp (v * ln u) = Pow u v).
Proof.
  intros H; generalize (open_gt 0 x H); apply filter_imp; intros u Hu; symmetry; apply Pow_exp, Hu.
Qed.
Lemma is_derive_Pow_pos v x : 0 < x -> is_derive (fun u => Pow u v) x (v * Pow x (v - 1)).
Proof.
  intros H; apply (is_derive_ext_loc (fun u => exp (v * ln u))); [apply near_Pow_pos, H|].
  rewrite Pow_exp by exact H; replace ((v - 1) * ln x) with (v * ln x - ln x) by ring.
  unfold Rminus; rewrite exp_plus, exp_Ropp, exp_ln by exact H; auto_derive; [exact H|field; lra].
Qed.
Lemma is_derive_Pow_base u x : 0 < u -> is_derive (Pow u) x (ln u * Pow u x).
Proof.
  intros H; apply (is_derive_ext (fun v => exp (v * ln u))); [intros v; symmetry; apply Pow_exp, H|].
  rewrite Pow_exp by exact H; auto_derive; [exact I|ring].
Qed.
Lemma is_derive_sqrt_at x : 0 < x -> is_derive sqrt x (/ (2 * sqrt x)).
Proof.
  intros H; replace (/ (2 * sqrt x)) with (1 / (2 * sqrt x)) by (unfold Rdiv; ring).
  exact (is_derive_sqrt (fun t => t) x 1 (is_derive_id x) H).
Qed.
Lemma isD_Pow {T} (d : location T) F G l m : isD d F l -> isD d G m -> 0 < F (pt d) ->
  isD d (fun t => Pow (F t) (G t)) (Pow (F (pt d)) (G (pt d)) * (m * ln (F (pt d)) + G (pt d) * l / F (pt d))).
Proof.
  intros HF HG H; apply (isD_ext d (fun t => exp (G t * ln (F t)))).
  - apply (near_imp d (fun t => 0 < F t)); [intros t K; symmetry; apply Pow_exp, K|].
    apply near_pos; [apply (isD_cty d _ _ HF)|exact H].
  - rewrite Pow_exp by exact H.
    replace (G (pt d) * l / F (pt d)) with (G (pt d) * (/ F (pt d) * l)) by (field; lra).
    apply (isD_comp d exp); [apply is_derive_exp|].
    apply (isD_mult d G (fun t => ln (F t))); [exact HG|].
    apply (isD_comp d ln); [apply is_derive_ln, H|exact HF].
Qed.
Lemma exD_Pow_natural {T} (d : location T) F ok v (v_ok : Prop) :
  exD d F ok -> v_ok -> is_int v -> 0 <= v -> exD d (fun t => Pow (F t) v) (fun t => ok t /\ v_ok /\ pow_ok (F t) v).
Proof.
  intros HF Ho Hv H; assert (N : near d (fun t => ok t /\ v_ok /\ pow_ok (F t) v)).
  { generalize (exD_near _ _ _ HF); apply near_imp; unfold pow_ok; tauto. }
  destruct (is_int_nat v Hv H) as [[|n] ->].
  - apply (isD_exD d _ 0); [|exact N].
    apply (isD_ext d (fun _ => 1)); [apply near_all; intros t; rewrite Pow_INR; reflexivity|apply isD_const].
  - eapply isD_exD; [|exact N]; apply (isD_comp d (fun t => Pow t _)); [|exact (exD_isD _ _ _ HF)].
    apply is_derive_Pow; [exact Hv|left; rewrite S_INR; pose proof (pos_INR n); lra].
Qed.

(** What a hypothesis [exD d F ok] gives. *)
Ltac hyp :=
  lazymatch goal with
  | |- isD _ _ _ => eapply exD_isD; eassumption
  | |- near _ _ => eapply exD_near; eassumption
  | |- cty _ _ => eapply cty_exD; eassumption
  end.
(** The same where the hypothesis is for each k of a range. *)
Ltac hyp_range :=
  match goal with H : forall k, range k _ _ -> exD _ _ _, Hk : range _ _ _ |- _ => specialize (H _ Hk); hyp end.

(** Near a point where F is not 0, its sign is that at the point. *)
Lemma near_sign {T} (d : location T) F : cty d F -> F (pt d) <> 0 ->
  near d (fun t => (0 < F t /\ 0 < F (pt d)) \/ (F t < 0 /\ F (pt d) < 0)).
Proof.
  intros HF H; destruct (Rlt_le_dec 0 (F (pt d))) as [P|P].
  - apply (near_imp d (fun t => 0 < F t)); [auto|apply near_pos; assumption].
  - apply (near_imp d (fun t => F t < 0)); [intros t K; right; split; lra|].
    apply near_lt; [exact HF|apply cty_const|lra].
Qed.
Lemma near_Rabs {T} (d : location T) F : cty d F -> F (pt d) <> 0 -> near d (fun t => sgn (F (pt d)) * F t = Rabs (F t)).
Proof.
  intros HF H; generalize (near_sign d F HF H); apply near_imp; intros t K.
  unfold sgn, Rabs; repeat destruct (lt_dec _ _); destruct (Rcase_abs _); lra.
Qed.
Lemma near_relu {T} (d : location T) F : cty d F -> F (pt d) <> 0 ->
  near d (fun t => (1 - bracket (le_dec (F (pt d)) 0)) * F t = relu (F t)).
Proof.
  intros HF H; generalize (near_sign d F HF H); apply near_imp; intros t K.
  unfold bracket, relu, Rmax; destruct (le_dec _ _), (Rle_dec _ _); lra.
Qed.
Lemma near_sgn {T} (d : location T) F : cty d F -> F (pt d) <> 0 -> near d (fun t => sgn (F (pt d)) = sgn (F t)).
Proof.
  intros HF H; generalize (near_sign d F HF H); apply near_imp; intros t K.
  unfold sgn; repeat destruct (lt_dec _ _); lra.
Qed.
Lemma near_bracket {T} (d : location T) F G : cty d F -> cty d G -> F (pt d) <> G (pt d) ->
  near d (fun t => bracket (le_dec (F (pt d)) (G (pt d))) = bracket (le_dec (F t) (G t))).
Proof.
  intros HF HG H; assert (K : near d (fun t => (0 < F t - G t /\ 0 < F (pt d) - G (pt d)) \/ (F t - G t < 0 /\ F (pt d) - G (pt d) < 0)))
    by (apply (near_sign d (fun t => F t - G t)); [apply cty_minus; assumption|lra]).
  revert K; apply near_imp; intros t K; unfold bracket; repeat destruct (le_dec _ _); lra.
Qed.

(** What a case distinction or a maximum is where the condition is known. *)
Ltac decided :=
  unfold Rmax, Rmin;
  match goal with |- context [if ?c then _ else _] => destruct c end; first [reflexivity|exfalso; lra|contradiction].
(** Functions that order the admissible points alike have the same optima. *)
Definition alike {T} (A : T -> Prop) (f g : T -> R) : Prop :=
  forall x y, A x -> A y -> (f x <= f y <-> g x <= g y).
Lemma Argmin_alike {T} (A : T -> Prop) f g : alike A f g -> Argmin A f = Argmin A g.
Proof.
  intros H; apply functional_extensionality; intros [x Hx]; apply functional_extensionality; intros [y Hy].
  unfold Argmin; simpl; destruct (H x y Hx Hy), (le_dec (f x) (f y)), (le_dec (g x) (g y)); first [reflexivity|lra].
Qed.
Lemma alike_opp {T} (A : T -> Prop) f g : alike A f g -> alike A (fun x => - f x) (fun x => - g x).
Proof. intros H x y Hx Hy; destruct (H y x Hy Hx); split; intros; lra. Qed.
Lemma alike_incr {T} (A : T -> Prop) h f :
  (forall x y, A x -> A y -> f x < f y -> h (f x) < h (f y)) -> alike A (fun x => h (f x)) f.
Proof.
  intros H x y Hx Hy; destruct (Rtotal_order (f x) (f y)) as [L|[E|L]].
  - specialize (H x y Hx Hy L); split; intros; lra.
  - rewrite E; split; intros; lra.
  - specialize (H y x Hy Hx L); split; intros; lra.
Qed.
Lemma reciprocal_le x y : 0 < x -> 0 < y -> (1 / x <= 1 / y <-> - x <= - y).
Proof.
  intros Hx Hy; unfold Rdiv; rewrite !Rmult_1_l; split; intros H.
  - apply Rnot_lt_le; intros L; pose proof (Rinv_lt_contravar x y (Rmult_lt_0_compat _ _ Hx Hy)); lra.
  - apply Rinv_le_contravar; lra.
Qed.
Lemma Rabs_le_Pow_2 x y : Rabs x <= Rabs y <-> Pow x 2 <= Pow y 2.
Proof. rewrite !Pow_2; split; [apply Rsqr_le_abs_1|apply Rsqr_le_abs_0]. Qed.
Lemma odds_lt x y : x < 1 -> y < 1 -> x < y -> x / (1 - x) < y / (1 - y).
Proof.
  intros Hx Hy H; replace (x / (1 - x)) with (/ (1 - x) - 1) by (field; lra).
  replace (y / (1 - y)) with (/ (1 - y) - 1) by (field; lra).
  apply Rplus_lt_compat_r, Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
Qed.
Lemma pow_S_lt n x y : 0 <= x -> x < y -> x ^ S n < y ^ S n.
Proof.
  intros Hx H; induction n as [|n IH]; [rewrite !pow_1; exact H|].
  apply (Rmult_le_0_lt_compat x y (x ^ S n) (y ^ S n)); [exact Hx|apply pow_le, Hx|exact H|exact IH].
Qed.
(** Odd powers increase: x^(2n+1) = x (x^2)^n. *)
Lemma pow_odd_lt n x y : x < y -> x ^ (2 * n + 1) < y ^ (2 * n + 1).
Proof.
  assert (P : forall x y, 0 <= x -> x < y -> x ^ (2 * n + 1) < y ^ (2 * n + 1)) by (rewrite Nat.add_1_r; intros; apply pow_S_lt; assumption).
  assert (O : forall x, (- x) ^ (2 * n + 1) = - x ^ (2 * n + 1)).
  { intros u; rewrite !pow_add, !pow_mult, pow_1, pow_1; replace ((- u) ^ 2) with (u ^ 2) by ring; ring. }
  intros H; destruct (Rle_lt_dec 0 x) as [Hx|Hx]; [apply P; assumption|].
  destruct (Rle_lt_dec 0 y) as [Hy|Hy].
  - assert (0 < (- x) ^ (2 * n + 1)) by (apply pow_lt; lra).
    rewrite O in *; pose proof (pow_le y (2 * n + 1) Hy); lra.
  - assert (K : (- y) ^ (2 * n + 1) < (- x) ^ (2 * n + 1)) by (apply P; lra).
    rewrite !O in K; lra.
Qed.
Lemma Pow_odd_lt v x y : is_int ((v - 1) / 2) -> 0 < v -> x < y -> Pow x v < Pow y v.
Proof.
  intros [z Hz] Hv H; assert (E : v = IZR (2 * z + 1)) by (rewrite plus_IZR, mult_IZR; lra).
  assert (Z : (0 < 2 * z + 1)%Z) by (apply lt_IZR; rewrite <- E; exact Hv).
  assert (E' : v = INR (2 * Z.to_nat z + 1)) by (rewrite E, INR_IZR_INZ; f_equal; lia).
  rewrite E', !Pow_INR; apply pow_odd_lt, H.
Qed.

(** Derivatives of sums and products over a range that does not vary. *)
Lemma isD_Sum {T} (d : location T) a b (F : T -> R -> R) (l : R -> R) :
  (forall k, range k a b -> isD d (fun t => F t k) (l k)) -> isD d (fun t => Sum a b (F t)) (Sum a b l).
Proof.
  intros H; unfold Sum.
  assert (K : forall i, (i < count a b)%nat -> isD d (fun t => F t (first a + INR i)) (l (first a + INR i)))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [apply isD_const|].
  apply isD_plus; [apply IH; intros; apply K; lia|apply K; lia].
Qed.
Lemma in_sum_first n f g : (forall i, (i < n)%nat -> f i = g i) -> sum_first n f = sum_first n g.
Proof.
  induction n as [|n IH]; intros H; simpl; [reflexivity|].
  rewrite IH by (intros; apply H; lia); rewrite H by lia; reflexivity.
Qed.
Lemma in_prod_first n f g : (forall i, (i < n)%nat -> f i = g i) -> prod_first n f = prod_first n g.
Proof.
  induction n as [|n IH]; intros H; simpl; [reflexivity|].
  rewrite IH by (intros; apply H; lia); rewrite H by lia; reflexivity.
Qed.
Lemma sum_first_scal n f c : sum_first n (fun i => f i * c) = sum_first n f * c.
Proof. induction n as [|n IH]; simpl; [ring|rewrite IH; ring]. Qed.
(** Each factor in turn is replaced by its derivative. *)
Lemma isD_Prod {T} (d : location T) a b (F : T -> R -> R) (l : R -> R) :
  (forall k, range k a b -> isD d (fun t => F t k) (l k)) ->
  isD d (fun t => Prod a b (F t))
    (Sum a b (fun k => l k * Prod a b (fun j => if eq_dec j k then 1 else F (pt d) j))).
Proof.
  intros H; unfold Sum, Prod.
  assert (K : forall i, (i < count a b)%nat -> isD d (fun t => F t (first a + INR i)) (l (first a + INR i)))
    by (intros; apply H, range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [apply isD_const|].
  match goal with |- isD _ _ ?s => replace s with
    (sum_first n (fun k => l (first a + INR k) * prod_first n (fun j =>
       if eq_dec (first a + INR j) (first a + INR k) then 1 else F (pt d) (first a + INR j))) * F (pt d) (first a + INR n)
     + prod_first n (fun j => F (pt d) (first a + INR j)) * l (first a + INR n)) end.
  - apply (isD_mult d (fun t => prod_first n (fun i => F t (first a + INR i))));
      [apply IH; intros; apply K; lia|apply K; lia].
  - rewrite <- sum_first_scal; f_equal.
    + apply in_sum_first; intros i Hi; destruct (eq_dec (first a + INR n) (first a + INR i)) as [E|_]; [|ring].
      apply first_inj in E; lia.
    + destruct (eq_dec (first a + INR n) (first a + INR n)) as [_|E]; [|congruence].
      rewrite Rmult_1_r, Rmult_comm; f_equal; apply in_prod_first; intros j Hj.
      destruct (eq_dec (first a + INR j) (first a + INR n)) as [E|_]; [apply first_inj in E; lia|reflexivity].
Qed.
(** The logarithmic derivative. *)
Lemma isD_Prod_nonzero {T} (d : location T) a b (F : T -> R -> R) (l : R -> R) :
  (forall k, range k a b -> isD d (fun t => F t k) (l k)) -> (forall k, range k a b -> F (pt d) k <> 0) ->
  isD d (fun t => Prod a b (F t)) (Prod a b (F (pt d)) * Sum a b (fun k => l k / F (pt d) k)).
Proof.
  intros H N; unfold Sum, Prod.
  assert (K : forall i, (i < count a b)%nat -> isD d (fun t => F t (first a + INR i)) (l (first a + INR i)) /\
    F (pt d) (first a + INR i) <> 0) by (intros; split; [apply H|apply N]; apply range_first; assumption).
  revert K; generalize (count a b) as n; induction n as [|n IH]; intros K; simpl; [rewrite Rmult_0_r; apply isD_const|].
  destruct (K n) as [Hn Nn]; [lia|].
  pose proof (isD_mult d (fun t => prod_first n (fun i => F t (first a + INR i))) _ _ _ (IH (fun i Hi => K i (Nat.lt_lt_succ_r _ _ Hi))) Hn) as P.
  match type of P with isD _ _ ?r => match goal with |- isD _ _ ?s => replace s with r; [exact P|] end end.
  field; exact Nn.
Qed.

(** The largest of a range is the term that no term exceeds. *)
Lemma Max_at a b j F : range j a b -> (forall k, range k a b -> F k <= F j) -> Max a b F = F j.
Proof.
  intros Hj H; unfold Max; destruct (first_range j a b Hj) as (p & Hp & ->).
  assert (K : forall i, (i < count a b)%nat -> F (first a + INR i) <= F (first a + INR p))
    by (intros; apply H, range_first; assumption).
  revert K Hp; generalize (count a b) as n; intros n K Hp.
  apply Rle_antisym.
  - assert (P : forall m, (m < n)%nat -> max_first (S m) (fun i => F (first a + INR i)) <= F (first a + INR p)).
    { induction m as [|m IH]; intros Hm; [apply (K O); exact Hm|].
      apply Rmax_lub; [apply IH; lia|apply K, Hm]. }
    destruct n as [|n]; [lia|apply P; lia].
  - clear K; revert Hp; induction n as [|n IH]; intros Hp; [lia|].
    destruct (Nat.eq_dec p n) as [->|E].
    + destruct n; [apply Rle_refl|apply Rmax_r].
    + destruct n; [lia|]; apply (Rle_trans _ _ _ (IH ltac:(lia))), Rmax_l.
Qed.

(** * 8. The rules of derivatives, definedness and optima *)

(** ** derivatives *)

Lemma r_diff_const :
  forall {T_X : Type} (u : R) (X : location T_X), (D X (fun x' => u)) = 0.
Proof. intros; exact (isD_D X _ _ _ (isD_const X u) eq_refl). Qed.
Lemma r_diff_self :
  forall {T_X : Type} (X : location T_X), (D X (fun x' => crd X x')) = 1.
Proof. intros; exact (isD_D X _ _ _ (isD_crd X) eq_refl). Qed.
Lemma r_diff_entry :
  forall (x : R -> R) (i a : R), (D (var1 x a) (fun x' => x' i)) = (delta i a).
Proof. intros; exact (isD_D _ _ _ _ (isD_entry x i a) eq_refl). Qed.
Lemma r_diff_entry_2 :
  forall (x : R -> R -> R) (i j a b : R), (D (var2 x a b) (fun x' => x' i j)) = ((delta i a) * (delta j b)).
Proof. intros; exact (isD_D _ _ _ _ (isD_entry_2 x i j a b) eq_refl). Qed.
Lemma r_diff_entry_3 :
  forall (x : R -> R -> R -> R) (i j k a b c : R), (D (var3 x a b c) (fun x' => x' i j k)) = (((delta i a) * (delta j b)) * (delta k c)).
Proof. intros; exact (isD_D _ _ _ _ (isD_entry_3 x i j k a b c) eq_refl). Qed.
Lemma r_diff_add :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') + (v x'))) = ((D X (fun x' => u x')) + (D X (fun x' => v x'))).
Proof. intros; eapply isD_D; [apply isD_plus; hyp|reflexivity]. Qed.
Lemma r_diff_sub :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') - (v x'))) = ((D X (fun x' => u x')) - (D X (fun x' => v x'))).
Proof. intros; eapply isD_D; [apply isD_minus; hyp|reflexivity]. Qed.
Lemma r_diff_neg :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => - (u x'))) = (- (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply isD_opp; hyp|reflexivity]. Qed.
Lemma r_diff_mul :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => (u x') * (v x'))) = (((D X (fun x' => u x')) * (v (pt X))) + ((u (pt X)) * (D X (fun x' => v x')))).
Proof. intros; eapply isD_D; [apply isD_mult; hyp|reflexivity]. Qed.
Lemma r_diff_mul_const :
  forall {T_X : Type} (u : R) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (D X (fun x' => u * (v x'))) = (u * (D X (fun x' => v x'))).
Proof. intros; eapply isD_D; [apply (isD_scal X u); hyp|reflexivity]. Qed.
Lemma r_diff_mul_const_right :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => (u x') * v)) = ((D X (fun x' => u x')) * v).
Proof. intros; eapply isD_D; [apply (isD_scal_right X v); hyp|reflexivity]. Qed.
Lemma r_diff_div :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> (D X (fun x' => (u x') / (v x'))) = ((((D X (fun x' => u x')) * (v (pt X))) - ((u (pt X)) * (D X (fun x' => v x')))) / (Pow (v (pt X)) 2)).
Proof. intros; eapply isD_D; [apply isD_div; [hyp|hyp|assumption]|rewrite Pow_2, <- Rsqr_pow2; reflexivity]. Qed.
Lemma r_diff_div_const :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => (u x') / v)) = ((D X (fun x' => u x')) / v).
Proof. intros; eapply isD_D; [apply (isD_scal_right X (/ v)); hyp|reflexivity]. Qed.
Lemma r_diff_reciprocal :
  forall {T_X : Type} (u : R) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> (D X (fun x' => u / (v x'))) = (- ((u * (D X (fun x' => v x'))) / (Pow (v (pt X)) 2))).
Proof.
intros; eapply isD_D; [apply (isD_div X (fun _ => u)); [apply isD_const|hyp|assumption]|].
rewrite Pow_2; change (fun x' => v x') with v; field; assumption.
Qed.
Lemma r_diff_pow :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X (fun t => Pow t v)); [apply is_derive_Pow_pos; assumption|hyp]|reflexivity]. Qed.
Lemma r_diff_pow_natural :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> is_int v -> 1 <= v -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X (fun t => Pow t v)); [apply is_derive_Pow; auto|hyp]|reflexivity]. Qed.
Lemma r_diff_pow_integer :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> is_int v -> (u (pt X)) <> 0 -> (D X (fun x' => Pow (u x') v)) = ((v * (Pow (u (pt X)) (v - 1))) * (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X (fun t => Pow t v)); [apply is_derive_Pow; auto|hyp]|reflexivity]. Qed.
Lemma r_diff_pow_base :
  forall {T_X : Type} (u : R) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < u -> (D X (fun x' => Pow u (v x'))) = (((ln u) * (Pow u (v (pt X)))) * (D X (fun x' => v x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X (Pow u)); [apply is_derive_Pow_base; assumption|hyp]|reflexivity]. Qed.
Lemma r_diff_pow_general :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => Pow (u x') (v x'))) = ((Pow (u (pt X)) (v (pt X))) * (((D X (fun x' => v x')) * (ln (u (pt X)))) + (((v (pt X)) * (D X (fun x' => u x'))) / (u (pt X))))).
Proof. intros; eapply isD_D; [apply isD_Pow; [hyp|hyp|assumption]|reflexivity]. Qed.
Lemma r_diff_log :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => ln (u x'))) = ((D X (fun x' => u x')) / (u (pt X))).
Proof. intros; eapply isD_D; [apply (isD_comp X ln); [apply is_derive_ln; assumption|hyp]|apply Rmult_comm]. Qed.
Lemma r_diff_sqrt :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> (D X (fun x' => sqrt (u x'))) = ((D X (fun x' => u x')) / (2 * (sqrt (u (pt X))))).
Proof. intros; eapply isD_D; [apply (isD_comp X sqrt); [apply is_derive_sqrt_at; assumption|hyp]|apply Rmult_comm]. Qed.
Lemma r_diff_abs :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> (D X (fun x' => Rabs (u x'))) = ((sgn (u (pt X))) * (D X (fun x' => u x'))).
Proof.
intros T u u_ok X Hu H; refine (isD_D X _ _ _ (isD_ext X _ _ _ _ (isD_scal X _ u _ _)) eq_refl).
- apply near_Rabs; [hyp|exact H].
- hyp.
Qed.
Lemma r_diff_relu :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> (D X (fun x' => relu (u x'))) = ((1 - (bracket (le_dec (u (pt X)) 0))) * (D X (fun x' => u x'))).
Proof.
intros T u u_ok X Hu H; refine (isD_D X _ _ _ (isD_ext X _ _ _ _ (isD_scal X _ u _ _)) eq_refl).
- apply near_relu; [hyp|exact H].
- hyp.
Qed.
Lemma r_diff_maximum_left :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) < (u (pt X)) -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => u x')).
Proof. intros; apply in_D; apply (near_imp X (fun t => v t < u t)); [intros t K; apply Rmax_left; lra|apply near_lt; solve [hyp|assumption]]. Qed.
Lemma r_diff_maximum_right :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) < (v (pt X)) -> (D X (fun x' => Rmax (u x') (v x'))) = (D X (fun x' => v x')).
Proof. intros; apply in_D; apply (near_imp X (fun t => u t < v t)); [intros t K; apply Rmax_right; lra|apply near_lt; solve [hyp|assumption]]. Qed.
Lemma r_diff_sum :
  forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (D X (fun x' => Sum a b (fun k => F x' k))) = (Sum a b (fun k => D X (fun x' => F x' k))).
Proof. intros; refine (isD_D X _ _ _ (isD_Sum X a b F _ _) eq_refl); intros; hyp_range. Qed.
Lemma r_diff_prod :
  forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (D X (fun x' => Prod a b (fun k => F x' k))) = (Sum a b (fun k => (D X (fun x' => F x' k)) * (Prod a b (fun j => if (eq_dec j k) then 1 else F (pt X) j)))).
Proof. intros; refine (isD_D X _ _ _ (isD_Prod X a b F _ _) eq_refl); intros; hyp_range. Qed.
Lemma r_diff_prod_nonzero :
  forall {T_X : Type} (a b : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (forall k, range k a b -> (F (pt X) k) <> 0) -> (D X (fun x' => Prod a b (fun k => F x' k))) = ((Prod a b (fun k => F (pt X) k)) * (Sum a b (fun k => (D X (fun x' => F x' k)) / (F (pt X) k)))).
Proof. intros; refine (isD_D X _ _ _ (isD_Prod_nonzero X a b F _ _ _) eq_refl); [intros; hyp_range|assumption]. Qed.
Lemma r_diff_if_eq :
  forall {T_X : Type} (i j : R) (u v : T_X -> R) (X : location T_X), (D X (fun x' => if (eq_dec i j) then u x' else v x')) = (if (eq_dec i j) then D X (fun x' => u x') else D X (fun x' => v x')).
Proof. intros; match goal with |- context [if ?c then _ else _] => destruct c end; reflexivity. Qed.
Lemma r_diff_if_le :
  forall {T_X : Type} (i j : R) (u v : T_X -> R) (X : location T_X), (D X (fun x' => if (le_dec i j) then u x' else v x')) = (if (le_dec i j) then D X (fun x' => u x') else D X (fun x' => v x')).
Proof. intros; match goal with |- context [if ?c then _ else _] => destruct c end; reflexivity. Qed.
Lemma r_diff_if_le_yes :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') <= (j x')) -> (D X (fun x' => if (le_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x')).
Proof. intros T i j u v X H; apply in_D; revert H; apply near_imp; intros t Ht; decided. Qed.
Lemma r_differentiable_if_le_yes :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <= (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X H Hi Hj Hu; apply (isD_exD X _ (D X u)).
- apply (isD_ext X u); [revert H; apply near_imp; intros t Ht; decided|hyp].
- generalize (near_and _ _ _ (near_and _ _ _ Hi Hj) (near_and _ _ _ H (exD_near _ _ _ Hu))).
  apply near_imp; intros t K; repeat split; intros; first [tauto|lra].
Qed.
Lemma r_diff_if_le_no :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (j x') < (i x')) -> (D X (fun x' => if (le_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x')).
Proof. intros T i j u v X H; apply in_D; revert H; apply near_imp; intros t Ht; decided. Qed.
Lemma r_differentiable_if_le_no :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') < (i x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (le_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <= (j x')) -> (u_ok x')) /\ (((j x') < (i x')) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X H Hi Hj Hv; apply (isD_exD X _ (D X v)).
- apply (isD_ext X v); [revert H; apply near_imp; intros t Ht; decided|hyp].
- generalize (near_and _ _ _ (near_and _ _ _ Hi Hj) (near_and _ _ _ H (exD_near _ _ _ Hv))).
  apply near_imp; intros t K; repeat split; intros; first [tauto|lra].
Qed.
Lemma r_diff_if_lt_yes :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') < (j x')) -> (D X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x')).
Proof. intros T i j u v X H; apply in_D; revert H; apply near_imp; intros t Ht; decided. Qed.
Lemma r_differentiable_if_lt_yes :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') < (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X H Hi Hj Hu; apply (isD_exD X _ (D X u)).
- apply (isD_ext X u); [revert H; apply near_imp; intros t Ht; decided|hyp].
- generalize (near_and _ _ _ (near_and _ _ _ Hi Hj) (near_and _ _ _ H (exD_near _ _ _ Hu))).
  apply near_imp; intros t K; repeat split; intros; first [tauto|lra].
Qed.
Lemma r_diff_if_lt_no :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (j x') <= (i x')) -> (D X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x')).
Proof. intros T i j u v X H; apply in_D; revert H; apply near_imp; intros t Ht; decided. Qed.
Lemma r_differentiable_if_lt_no :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (j x') <= (i x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (lt_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') < (j x')) -> (u_ok x')) /\ (((j x') <= (i x')) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X H Hi Hj Hv; apply (isD_exD X _ (D X v)).
- apply (isD_ext X v); [revert H; apply near_imp; intros t Ht; decided|hyp].
- generalize (near_and _ _ _ (near_and _ _ _ Hi Hj) (near_and _ _ _ H (exD_near _ _ _ Hv))).
  apply near_imp; intros t K; repeat split; intros; first [tauto|lra].
Qed.
Lemma r_diff_if_eq_no :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> (D X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => v x')).
Proof. intros T i j u v X H; apply in_D; revert H; apply near_imp; intros t Ht; decided. Qed.
Lemma r_differentiable_if_eq_no :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => if (eq_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') = (j x')) -> (u_ok x')) /\ (((i x') <> (j x')) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X H Hi Hj Hv; apply (isD_exD X _ (D X v)).
- apply (isD_ext X v); [revert H; apply near_imp; intros t Ht; decided|hyp].
- generalize (near_and _ _ _ (near_and _ _ _ Hi Hj) (near_and _ _ _ H (exD_near _ _ _ Hv))).
  apply near_imp; intros t K; repeat split; intros; first [tauto|lra].
Qed.
Lemma r_diff_if_ne_yes :
  forall {T_X : Type} (i j u v : T_X -> R) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> (D X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x')) = (D X (fun x' => u x')).
Proof. intros T i j u v X H; apply in_D; revert H; apply near_imp; intros t Ht; decided. Qed.
Lemma r_differentiable_if_ne_yes :
  forall {T_X : Type} (i : T_X -> R) (i_ok : T_X -> Prop) (j : T_X -> R) (j_ok : T_X -> Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), near X (fun x' => (i x') <> (j x')) -> near X (fun x' => i_ok x') -> near X (fun x' => j_ok x') -> exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => if (ne_dec (i x') (j x')) then u x' else v x') (fun x' => ((i_ok x') /\ (j_ok x')) /\ (((i x') <> (j x')) -> (u_ok x')) /\ (((i x') = (j x')) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X H Hi Hj Hu; apply (isD_exD X _ (D X u)).
- apply (isD_ext X u); [revert H; apply near_imp; intros t Ht; decided|hyp].
- generalize (near_and _ _ _ (near_and _ _ _ Hi Hj) (near_and _ _ _ H (exD_near _ _ _ Hu))).
  apply near_imp; intros t K; repeat split; intros; first [tauto|lra].
Qed.
Lemma r_diff_bracket :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> (D X (fun x' => bracket (le_dec (u x') (v x')))) = 0.
Proof.
intros T u u_ok v v_ok X Hu Hv H.
refine (isD_D X _ _ _ (isD_ext X _ _ _ (near_bracket X u v _ _ H) (isD_const X _)) eq_refl); hyp.
Qed.
Lemma r_diff_sign :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> (D X (fun x' => sgn (u x'))) = 0.
Proof. intros T u u_ok X Hu H; refine (isD_D X _ _ _ (isD_ext X _ _ _ (near_sgn X u _ H) (isD_const X _)) eq_refl); hyp. Qed.
Lemma r_diff_minimum_left :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) < (v (pt X)) -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => u x')).
Proof. intros; apply in_D; apply (near_imp X (fun t => u t < v t)); [intros t K; apply Rmin_left; lra|apply near_lt; solve [hyp|assumption]]. Qed.
Lemma r_diff_minimum_right :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) < (u (pt X)) -> (D X (fun x' => Rmin (u x') (v x'))) = (D X (fun x' => v x')).
Proof. intros; apply in_D; apply (near_imp X (fun t => v t < u t)); [intros t K; apply Rmin_right; lra|apply near_lt; solve [hyp|assumption]]. Qed.
Lemma r_diff_max :
  forall {T_X : Type} (a b j : R) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X), range j a b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> (forall k, range k a b -> (k <> j) -> ((F (pt X) k) < (F (pt X) j))) -> (D X (fun x' => Max a b (fun k => F x' k))) = (D X (fun x' => F x' j)).
Proof.
intros T a b j F F_ok X Hj HF H; apply in_D.
apply (near_imp X (fun t => forall k, range k a b -> F t k < F t j \/ k = j)).
- intros t K; apply Max_at; [exact Hj|intros k Hk; destruct (K k Hk) as [L| ->]; lra].
- apply near_range; intros k Hk; destruct (Req_dec k j) as [E|E]; [apply near_all; auto|].
  apply (near_imp X (fun t => F t k < F t j)); [auto|].
  apply near_lt; [exact (cty_exD X _ _ (HF k Hk))|exact (cty_exD X _ _ (HF j Hj))|apply H; assumption].
Qed.
Lemma r_diff_exp :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => exp (u x'))) = ((exp (u (pt X))) * (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X exp); [apply is_derive_exp|hyp]|reflexivity]. Qed.
Lemma r_differentiable_exp :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => exp (u x')) (fun x' => u_ok x').
Proof. intros; eapply isD_exD; [apply (isD_comp X exp); [apply is_derive_exp|hyp]|hyp]. Qed.
Lemma r_diff_sigmoid :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => sigmoid (u x'))) = (((sigmoid (u (pt X))) * (1 - (sigmoid (u (pt X))))) * (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X sigmoid); [apply is_derive_sigmoid|hyp]|reflexivity]. Qed.
Lemma r_differentiable_sigmoid :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => sigmoid (u x')) (fun x' => u_ok x').
Proof. intros; eapply isD_exD; [apply (isD_comp X sigmoid); [apply is_derive_sigmoid|hyp]|hyp]. Qed.
Lemma r_diff_softplus :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => softplus (u x'))) = ((sigmoid (u (pt X))) * (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X softplus); [apply is_derive_softplus|hyp]|reflexivity]. Qed.
Lemma r_differentiable_softplus :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => softplus (u x')) (fun x' => u_ok x').
Proof. intros; eapply isD_exD; [apply (isD_comp X softplus); [apply is_derive_softplus|hyp]|hyp]. Qed.
Lemma r_diff_tanh :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (D X (fun x' => tanh (u x'))) = ((1 - (Pow (tanh (u (pt X))) 2)) * (D X (fun x' => u x'))).
Proof. intros; eapply isD_D; [apply (isD_comp X tanh); [apply is_derive_tanh|hyp]|rewrite Pow_2; reflexivity]. Qed.
Lemma r_differentiable_tanh :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => tanh (u x')) (fun x' => u_ok x').
Proof. intros; eapply isD_exD; [apply (isD_comp X tanh); [apply is_derive_tanh|hyp]|hyp]. Qed.
Lemma r_differentiable_const :
  forall {T_X : Type} (u : R) (u_ok : Prop) (X : location T_X) (X_ok : Prop), u_ok -> X_ok -> exD X (fun x' => u) (fun x' => u_ok).
Proof. intros; eapply isD_exD; [apply isD_const|apply near_const; assumption]. Qed.
Lemma r_differentiable_self :
  forall {T_X : Type} (X : location T_X) (X_ok : Prop), near X (fun x' => X_ok) -> exD X (fun x' => crd X x') (fun x' => X_ok).
Proof. intros; eapply isD_exD; [apply isD_crd|assumption]. Qed.
Lemma r_differentiable_entry :
  forall (x : R -> R) (x_range : R -> Prop) (i a : R), near (var1 x a) (fun x' => x_range i) -> near (var1 x a) (fun x' => x_range a) -> exD (var1 x a) (fun x' => x' i) (fun x' => x_range i).
Proof. intros; eapply isD_exD; [apply isD_entry|assumption]. Qed.
Lemma r_differentiable_entry_2 :
  forall (x : R -> R -> R) (x_range : R -> R -> Prop) (i j a b : R), near (var2 x a b) (fun x' => x_range i j) -> near (var2 x a b) (fun x' => x_range a b) -> exD (var2 x a b) (fun x' => x' i j) (fun x' => x_range i j).
Proof. intros; eapply isD_exD; [apply isD_entry_2|assumption]. Qed.
Lemma r_differentiable_entry_3 :
  forall (x : R -> R -> R -> R) (x_range : R -> R -> R -> Prop) (i j k a b c : R), near (var3 x a b c) (fun x' => x_range i j k) -> near (var3 x a b c) (fun x' => x_range a b c) -> exD (var3 x a b c) (fun x' => x' i j k) (fun x' => x_range i j k).
Proof. intros; eapply isD_exD; [apply isD_entry_3|assumption]. Qed.
Lemma r_differentiable_add :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') + (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof. intros; eapply isD_exD; [apply isD_plus; hyp|apply near_and; hyp]. Qed.
Lemma r_differentiable_sub :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') - (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof. intros; eapply isD_exD; [apply isD_minus; hyp|apply near_and; hyp]. Qed.
Lemma r_differentiable_neg :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => - (u x')) (fun x' => u_ok x').
Proof. intros; eapply isD_exD; [apply isD_opp; hyp|hyp]. Qed.
Lemma r_differentiable_mul :
  forall {T_X : Type} (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (v : T_X -> R) (v_ok v_zero : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => (u x') * (v x')) (fun x' => mul_ok (u_ok x') (u_zero x') (v_ok x') (v_zero x')).
Proof.
intros; eapply isD_exD; [apply isD_mult; hyp|].
apply (near_imp X (fun t => u_ok t /\ v_ok t)); [intros t K; left; exact K|apply near_and; hyp].
Qed.
Lemma r_differentiable_div :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (v (pt X)) <> 0 -> exD X (fun x' => (u x') / (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ ((v x') <> 0)).
Proof.
intros; eapply isD_exD; [apply isD_div; [hyp|hyp|assumption]|].
apply near_and; [hyp|apply near_and; [hyp|apply near_ne; [hyp|apply cty_const|assumption]]].
Qed.
Lemma r_differentiable_pow :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => Pow (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x') /\ (pow_ok (u x') (v x'))).
Proof.
intros; eapply isD_exD; [apply isD_Pow; [hyp|hyp|assumption]|].
apply near_and; [hyp|apply near_and; [hyp|]].
apply (near_imp X (fun t => 0 < u t)); [intros t K; left; exact K|apply near_pos; [hyp|assumption]].
Qed.
Lemma r_differentiable_pow_natural :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> is_int v -> 0 <= v -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v)).
Proof. intros; apply exD_Pow_natural; assumption. Qed.
Lemma r_differentiable_pow_integer :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : R) (v_ok : Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> v_ok -> is_int v -> (u (pt X)) <> 0 -> exD X (fun x' => Pow (u x') v) (fun x' => (u_ok x') /\ v_ok /\ (pow_ok (u x') v)).
Proof.
intros; eapply isD_exD; [apply (isD_comp X (fun t => Pow t v)); [apply is_derive_Pow; auto|hyp]|].
apply near_and; [hyp|apply near_and; [apply near_const; assumption|]].
apply (near_imp X (fun t => u t <> 0)); [unfold pow_ok; auto|apply near_ne; [hyp|apply cty_const|assumption]].
Qed.
Lemma r_differentiable_log :
  forall {T_X : Type} (zlz : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => ln (u x')) (fun x' => (u_ok x') /\ (log_ok zlz (u x'))).
Proof.
intros; eapply isD_exD; [apply (isD_comp X ln); [apply is_derive_ln; assumption|hyp]|].
apply near_and; [hyp|].
apply (near_imp X (fun t => 0 < u t)); [intros t K; left; exact K|apply near_pos; [hyp|assumption]].
Qed.
Lemma r_differentiable_sqrt :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> 0 < (u (pt X)) -> exD X (fun x' => sqrt (u x')) (fun x' => (u_ok x') /\ (0 <= (u x'))).
Proof.
intros; eapply isD_exD; [apply (isD_comp X sqrt); [apply is_derive_sqrt_at; assumption|hyp]|].
apply near_and; [hyp|].
apply (near_imp X (fun t => 0 < u t)); [intros t K; lra|apply near_pos; [hyp|assumption]].
Qed.
Lemma r_differentiable_square_sqrt :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> near X (fun x' => 0 <= (u x')) -> exD X (fun x' => Pow (sqrt (u x')) 2) (fun x' => ((u_ok x') /\ (0 <= (u x'))) /\ True /\ (pow_ok (sqrt (u x')) 2)).
Proof.
intros T u u_ok X Hu H; apply (isD_exD X _ (D X u)).
- apply (isD_ext X u); [|hyp].
  revert H; apply near_imp; intros t Ht; rewrite Pow_2, sqrt_sqrt by exact Ht; reflexivity.
- apply near_and; [apply near_and; [hyp|exact H]|apply near_all; intros t; split; [exact I|]].
  right; right; left; split; [apply is_int_IZR|lra].
Qed.
Lemma r_differentiable_abs :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> exD X (fun x' => Rabs (u x')) (fun x' => u_ok x').
Proof.
intros T u u_ok X Hu H; refine (isD_exD X _ _ _ (isD_ext X _ _ _ _ (isD_scal X _ u _ _)) _).
- apply near_Rabs; [hyp|exact H].
- hyp.
- hyp.
Qed.
Lemma r_differentiable_sign :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> exD X (fun x' => sgn (u x')) (fun x' => u_ok x').
Proof. intros T u u_ok X Hu H; refine (isD_exD X _ _ _ (isD_ext X _ _ _ (near_sgn X u _ H) (isD_const X _)) _); hyp. Qed.
Lemma r_differentiable_relu :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> (u (pt X)) <> 0 -> exD X (fun x' => relu (u x')) (fun x' => u_ok x').
Proof.
intros T u u_ok X Hu H; refine (isD_exD X _ _ _ (isD_ext X _ _ _ _ (isD_scal X _ u _ _)) _).
- apply near_relu; [hyp|exact H].
- hyp.
- hyp.
Qed.
Lemma r_differentiable_maximum :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmax (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof.
intros T u u_ok v v_ok X Hu Hv H; eapply isD_exD; [|apply near_and; hyp].
apply (isD_ext X (fun t => (u t + v t + sgn (u (pt X) - v (pt X)) * (u t - v t)) * / 2)).
- assert (K : near X (fun t => sgn (u (pt X) - v (pt X)) * (u t - v t) = Rabs (u t - v t)))
    by (apply (near_Rabs X (fun t => u t - v t)); [apply cty_minus; hyp|lra]).
  revert K; apply near_imp; intros t K; rewrite Rmax_Rabs, <- K; reflexivity.
- apply isD_scal_right, isD_plus; [apply isD_plus; hyp|apply isD_scal, isD_minus; hyp].
Qed.
Lemma r_differentiable_minimum :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => Rmin (u x') (v x')) (fun x' => (u_ok x') /\ (v_ok x')).
Proof.
intros T u u_ok v v_ok X Hu Hv H; eapply isD_exD; [|apply near_and; hyp].
apply (isD_ext X (fun t => (u t + v t - sgn (u (pt X) - v (pt X)) * (u t - v t)) * / 2)).
- assert (K : near X (fun t => sgn (u (pt X) - v (pt X)) * (u t - v t) = Rabs (u t - v t)))
    by (apply (near_Rabs X (fun t => u t - v t)); [apply cty_minus; hyp|lra]).
  revert K; apply near_imp; intros t K; rewrite Rmin_Rabs, <- K; reflexivity.
- apply isD_scal_right, isD_minus; [apply isD_plus; hyp|apply isD_scal, isD_minus; hyp].
Qed.
Lemma r_differentiable_bracket :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), exD X (fun x' => u x') (fun x' => u_ok x') -> exD X (fun x' => v x') (fun x' => v_ok x') -> (u (pt X)) <> (v (pt X)) -> exD X (fun x' => bracket (le_dec (u x') (v x'))) (fun x' => (u_ok x') /\ (v_ok x')).
Proof.
intros T u u_ok v v_ok X Hu Hv H.
refine (isD_exD X _ _ _ (isD_ext X _ _ _ (near_bracket X u v _ _ H) (isD_const X _)) _); [hyp|hyp|apply near_and; hyp].
Qed.
Lemma r_differentiable_sum :
  forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Sum a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k)).
Proof.
intros T a a_ok b b_ok F F_ok X X_ok HX Ha Hb Ia Ib H; eapply isD_exD; [apply isD_Sum; intros; hyp_range|].
repeat (apply near_and; [apply near_const; assumption|]); apply near_range; intros; hyp_range.
Qed.
Lemma r_differentiable_prod :
  forall {T_X : Type} (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : T_X -> R -> R) (F_ok : T_X -> R -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> exD X (fun x' => F x' k) (fun x' => F_ok x' k)) -> exD X (fun x' => Prod a b (fun k => F x' k)) (fun x' => a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok x' k)).
Proof.
intros T a a_ok b b_ok F F_ok X X_ok HX Ha Hb Ia Ib H; eapply isD_exD; [apply isD_Prod; intros; hyp_range|].
repeat (apply near_and; [apply near_const; assumption|]); apply near_range; intros; hyp_range.
Qed.
Lemma r_differentiable_if_eq :
  forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((i <> j) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (eq_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i = j) -> (u_ok x')) /\ ((i <> j) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X Hi Hj Hu Hv; destruct (eq_dec i j) as [E|E].
- split; [apply Hu, E|generalize (exD_near _ _ _ (Hu E)); apply near_imp; tauto].
- split; [apply Hv, E|generalize (exD_near _ _ _ (Hv E)); apply near_imp; tauto].
Qed.
Lemma r_differentiable_if_le :
  forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok : T_X -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X), i_ok -> j_ok -> ((i <= j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> ((j < i) -> (exD X (fun x' => v x') (fun x' => v_ok x'))) -> exD X (fun x' => if (le_dec i j) then u x' else v x') (fun x' => (i_ok /\ j_ok) /\ ((i <= j) -> (u_ok x')) /\ ((j < i) -> (v_ok x'))).
Proof.
intros T i i_ok j j_ok u u_ok v v_ok X Hi Hj Hu Hv; destruct (le_dec i j) as [E|E].
- split; [apply Hu, E|generalize (exD_near _ _ _ (Hu E)); apply near_imp; intros t Ht].
  repeat split; intros; first [assumption|lra].
- split; [apply Hv, E|generalize (exD_near _ _ _ (Hv E)); apply near_imp; intros t Ht].
  repeat split; intros; first [assumption|lra].
Qed.
Lemma r_differentiable_guarded_delta :
  forall {T_X : Type} (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : T_X -> R) (u_ok u_zero : T_X -> Prop) (X : location T_X) (X_ok : Prop), X_ok -> i_ok -> j_ok -> ((i = j) -> (exD X (fun x' => u x') (fun x' => u_ok x'))) -> exD X (fun x' => (delta i j) * (u x')) (fun x' => mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) (u_ok x') (u_zero x')).
Proof.
intros T i i_ok j j_ok u u_ok u_zero X X_ok HX Hi Hj Hu; unfold delta, mul_ok; destruct (eq_dec i j) as [E|E].
- apply (isD_exD X _ (1 * D X u)); [apply isD_scal, (exD_isD X u u_ok), Hu, E|].
  generalize (exD_near _ _ _ (Hu E)); apply near_imp; tauto.
- apply (isD_exD X _ 0); [|apply near_all; tauto].
  apply (isD_ext X (fun _ => 0)); [apply near_all; intros t; symmetry; apply Rmult_0_l|apply isD_const].
Qed.
Lemma r_differentiable_derivative :
  forall {T_X : Type} {T_Y : Type} (u : T_X -> T_Y -> R) (u_ok : T_X -> T_Y -> Prop) (v : T_X -> R) (v_ok : T_X -> Prop) (X : location T_X) (Y : T_X -> location T_Y), near X (fun x' => (D (Y x') (fun y' => u x' y')) = (v x')) -> near X (fun x' => exD (Y x') (fun y' => u x' y') (fun y' => u_ok x' y')) -> exD X (fun x' => v x') (fun x' => v_ok x') -> exD X (fun x' => D (Y x') (fun y' => u x' y')) (fun x' => exD (Y x') (fun y' => u x' y') (fun y' => u_ok x' y')).
Proof.
intros T S u u_ok v v_ok X Y HD HN Hv; apply (isD_exD X _ (D X v)); [|exact HN].
apply (isD_ext X v); [revert HD; apply near_imp; intros t Ht; symmetry; exact Ht|hyp].
Qed.

(** ** definedness *)

Lemma r_defined_add :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_sub :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_mul :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop), u_ok -> v_ok -> mul_ok u_ok u_zero v_ok v_zero.
Proof. unfold mul_ok; tauto. Qed.
Lemma r_defined_neg :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_div :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> v <> 0 -> u_ok /\ v_ok /\ (v <> 0).
Proof. auto 10. Qed.
Lemma r_defined_pow :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 < u -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. unfold pow_ok; tauto. Qed.
Lemma r_defined_pow_nonneg :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> 0 <= u -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. unfold pow_ok; tauto. Qed.
Lemma r_defined_pow_natural :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int v -> 0 <= v -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. unfold pow_ok; tauto. Qed.
Lemma r_defined_pow_integer :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int v -> u <> 0 -> u_ok /\ v_ok /\ (pow_ok u v).
Proof. unfold pow_ok; tauto. Qed.
Lemma r_defined_log :
  forall (zlz : Prop) (u : R) (u_ok : Prop), u_ok -> 0 < u -> u_ok /\ (log_ok zlz u).
Proof. unfold log_ok; tauto. Qed.
Lemma r_defined_sqrt :
  forall (u : R) (u_ok : Prop), u_ok -> 0 <= u -> u_ok /\ (0 <= u).
Proof. auto 10. Qed.
Lemma r_defined_factorial :
  forall (u : R) (u_ok : Prop), u_ok -> is_int u -> 0 <= u -> u_ok /\ (is_int u /\ 0 <= u).
Proof. auto 10. Qed.
Lemma r_defined_binom :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> is_int u -> is_int v -> 0 <= v -> v <= u -> u_ok /\ v_ok /\ (is_int u /\ is_int v /\ 0 <= v /\ v <= u).
Proof. auto 10. Qed.
Lemma r_defined_exp :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_abs :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_sign :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_tanh :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_relu :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_softplus :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_sigmoid :
  forall (u : R) (u_ok : Prop), u_ok -> u_ok.
Proof. auto 10. Qed.
Lemma r_defined_maximum :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_minimum :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_delta :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop), i_ok -> j_ok -> i_ok /\ j_ok.
Proof. auto 10. Qed.
Lemma r_defined_sum :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k).
Proof. auto 10. Qed.
Lemma r_defined_prod :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (forall k, range k a b -> F_ok k).
Proof. auto 10. Qed.
Lemma r_defined_max :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k).
Proof. auto 10. Qed.
Lemma r_defined_min :
  forall (a : R) (a_ok : Prop) (b : R) (b_ok : Prop) (F : R -> R) (F_ok : R -> Prop), a_ok -> b_ok -> is_int a -> is_int b -> a <= b -> (forall k, range k a b -> F_ok k) -> a_ok /\ b_ok /\ (is_int a) /\ (is_int b) /\ (a <= b) /\ (forall k, range k a b -> F_ok k).
Proof. auto 10. Qed.
Lemma r_defined_diff :
  forall {T_X : Type} (u : T_X -> R) (u_ok : T_X -> Prop) (X : location T_X) (X_ok : Prop), exD X (fun x' => u x') (fun x' => u_ok x') -> X_ok -> exD X (fun x' => u x') (fun x' => u_ok x').
Proof. auto 10. Qed.
Lemma r_defined_bracket_eq :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_bracket_ne :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_bracket_lt :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_bracket_le :
  forall (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), u_ok -> v_ok -> u_ok /\ v_ok.
Proof. auto 10. Qed.
Lemma r_defined_if_eq :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i = j) -> u_ok) -> ((i <> j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i = j) -> u_ok) /\ ((i <> j) -> v_ok).
Proof. auto 10. Qed.
Lemma r_defined_if_ne :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i <> j) -> u_ok) -> ((i = j) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <> j) -> u_ok) /\ ((i = j) -> v_ok).
Proof. auto 10. Qed.
Lemma r_defined_if_lt :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i < j) -> u_ok) -> ((j <= i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i < j) -> u_ok) /\ ((j <= i) -> v_ok).
Proof. auto 10. Qed.
Lemma r_defined_if_le :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok : Prop) (v : R) (v_ok : Prop), i_ok -> j_ok -> ((i <= j) -> u_ok) -> ((j < i) -> v_ok) -> (i_ok /\ j_ok) /\ ((i <= j) -> u_ok) /\ ((j < i) -> v_ok).
Proof. auto 10. Qed.
Lemma r_defined_guarded_eq :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i <> j)) u_ok u_zero.
Proof. intros; unfold mul_ok; destruct (eq_dec i j); auto. Qed.
Lemma r_defined_guarded_ne :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i <> j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (i = j)) u_ok u_zero.
Proof. intros; unfold mul_ok; destruct (eq_dec i j); auto. Qed.
Lemma r_defined_guarded_lt :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i < j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j <= i)) u_ok u_zero.
Proof. intros; unfold mul_ok; destruct (lt_dec i j); auto. Qed.
Lemma r_defined_guarded_le :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i <= j) -> u_ok) -> mul_ok (i_ok /\ j_ok) ((i_ok /\ j_ok) /\ (j < i)) u_ok u_zero.
Proof. intros; unfold mul_ok; destruct (le_dec i j); auto. Qed.
Lemma r_defined_guarded_delta :
  forall (i : R) (i_ok : Prop) (j : R) (j_ok : Prop) (u : R) (u_ok u_zero : Prop), i_ok -> j_ok -> ((i = j) -> u_ok) -> mul_ok (i_ok /\ j_ok) (i_ok /\ j_ok /\ (i <> j)) u_ok u_zero.
Proof. intros; unfold mul_ok; destruct (eq_dec i j); auto. Qed.
Lemma r_defined_mul_commute :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop), mul_ok v_ok v_zero u_ok u_zero -> mul_ok u_ok u_zero v_ok v_zero.
Proof. unfold mul_ok; tauto. Qed.
Lemma r_defined_mul_associate :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop) (w : R) (w_ok w_zero : Prop), mul_ok u_ok u_zero (mul_ok v_ok v_zero w_ok w_zero) (v_zero \/ w_zero) -> mul_ok (mul_ok u_ok u_zero v_ok v_zero) (u_zero \/ v_zero) w_ok w_zero.
Proof. unfold mul_ok; tauto. Qed.
Lemma r_defined_mul_regroup :
  forall (u : R) (u_ok u_zero : Prop) (v : R) (v_ok v_zero : Prop) (w : R) (w_ok w_zero : Prop), mul_ok (mul_ok u_ok u_zero v_ok v_zero) (u_zero \/ v_zero) w_ok w_zero -> mul_ok u_ok u_zero (mul_ok v_ok v_zero w_ok w_zero) (v_zero \/ w_zero).
Proof. unfold mul_ok; tauto. Qed.

(** ** optima *)

Lemma r_argmax_as_argmin :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmax x (fun x' => u x')) = (Argmin x (fun x' => - (u x'))).
Proof.
intros; do 2 (apply functional_extensionality; intros []); unfold Argmin, Argmax; simpl.
destruct (le_dec _ _), (le_dec _ _); first [reflexivity|lra].
Qed.
Lemma r_argmin_log :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => ln (u x'))) = (Argmin x (fun x' => u x')).
Proof. intros T u A H; apply Argmin_alike, (alike_incr A ln u); intros; apply ln_increasing; auto. Qed.
Lemma r_argmin_neg_log :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => - (ln (u x')))) = (Argmin x (fun x' => - (u x'))).
Proof. intros T u A H; apply Argmin_alike, alike_opp, (alike_incr A ln u); intros; apply ln_increasing; auto. Qed.
Lemma r_argmin_exp :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => exp (u x'))) = (Argmin x (fun x' => u x')).
Proof. intros T u A; apply Argmin_alike, (alike_incr A exp u); intros; apply exp_increasing; assumption. Qed.
Lemma r_argmin_neg_exp :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - (exp (u x')))) = (Argmin x (fun x' => - (u x'))).
Proof. intros T u A; apply Argmin_alike, alike_opp, (alike_incr A exp u); intros; apply exp_increasing; assumption. Qed.
Lemma r_argmin_sqrt :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 <= (u x')) -> (Argmin x (fun x' => sqrt (u x'))) = (Argmin x (fun x' => u x')).
Proof. intros T u A H; apply Argmin_alike, (alike_incr A sqrt u); intros; apply sqrt_lt_1; auto. Qed.
Lemma r_argmin_neg_sqrt :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 <= (u x')) -> (Argmin x (fun x' => - (sqrt (u x')))) = (Argmin x (fun x' => - (u x'))).
Proof. intros T u A H; apply Argmin_alike, alike_opp, (alike_incr A sqrt u); intros; apply sqrt_lt_1; auto. Qed.
Lemma r_argmin_abs :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => Rabs (u x'))) = (Argmin x (fun x' => Pow (u x') 2)).
Proof. intros; apply Argmin_alike; intros y z _ _; apply Rabs_le_Pow_2. Qed.
Lemma r_argmin_neg_abs :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (Argmin x (fun x' => - (Rabs (u x')))) = (Argmin x (fun x' => - (Pow (u x') 2))).
Proof. intros; apply Argmin_alike, alike_opp; intros y z _ _; apply Rabs_le_Pow_2. Qed.
Lemma r_argmin_reciprocal :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => 1 / (u x'))) = (Argmin x (fun x' => - (u x'))).
Proof. intros T u A H; apply Argmin_alike; intros y z Hy Hz; apply reciprocal_le; auto. Qed.
Lemma r_argmin_neg_reciprocal :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> 0 < (u x')) -> (Argmin x (fun x' => - (1 / (u x')))) = (Argmin x (fun x' => u x')).
Proof.
intros T u A H; apply Argmin_alike; intros y z Hy Hz.
destruct (reciprocal_le (u z) (u y)); auto; split; intros; lra.
Qed.
Lemma r_argmin_odd_power :
  forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), is_int ((v - 1) / 2) -> 0 < v -> (Argmin x (fun x' => Pow (u x') v)) = (Argmin x (fun x' => u x')).
Proof. intros T u v A Hi Hv; apply Argmin_alike, (alike_incr A (fun r => Pow r v) u); intros; apply Pow_odd_lt; assumption. Qed.
Lemma r_argmin_odds :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> (u x') < 1) -> (Argmin x (fun x' => (u x') / (1 - (u x')))) = (Argmin x (fun x' => u x')).
Proof. intros T u A H; apply Argmin_alike, (alike_incr A (fun r => r / (1 - r)) u); intros; apply odds_lt; auto. Qed.
Lemma r_argmin_neg_odd_power :
  forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), is_int ((v - 1) / 2) -> 0 < v -> (Argmin x (fun x' => - (Pow (u x') v))) = (Argmin x (fun x' => - (u x'))).
Proof. intros T u v A Hi Hv; apply Argmin_alike, alike_opp, (alike_incr A (fun r => Pow r v) u); intros; apply Pow_odd_lt; assumption. Qed.
Lemma r_argmin_neg_odds :
  forall {T_x : Type} (u : T_x -> R) (x : T_x -> Prop), (forall x', x x' -> (u x') < 1) -> (Argmin x (fun x' => - ((u x') / (1 - (u x'))))) = (Argmin x (fun x' => - (u x'))).
Proof. intros T u A H; apply Argmin_alike, alike_opp, (alike_incr A (fun r => r / (1 - r)) u); intros; apply odds_lt; auto. Qed.
Lemma r_argmin_add_const :
  forall {T_x : Type} (u : T_x -> R) (v : R) (x : T_x -> Prop), (Argmin x (fun x' => (u x') + v)) = (Argmin x (fun x' => u x')).
Proof. intros T u v A; apply Argmin_alike, (alike_incr A (fun r => r + v) u); intros; lra. Qed.
Lemma r_argmin_scale :
  forall {T_x : Type} (u : R) (v : T_x -> R) (x : T_x -> Prop), 0 < u -> (Argmin x (fun x' => u * (v x'))) = (Argmin x (fun x' => v x')).
Proof. intros T u v A H; apply Argmin_alike, (alike_incr A (fun r => u * r) v); intros; apply Rmult_lt_compat_l; assumption. Qed.
Lemma r_defined_argmin :
  forall {T_x : Type} (u : T_x -> R) (u_ok x : T_x -> Prop), (forall x', x x' -> u_ok x') -> forall x', x x' -> u_ok x'.
Proof. auto 10. Qed.
Lemma r_defined_argmax :
  forall {T_x : Type} (u : T_x -> R) (u_ok x : T_x -> Prop), (forall x', x x' -> u_ok x') -> forall x', x x' -> u_ok x'.
Proof. auto 10. Qed.

(** * 9. Facts on order *)

(** Sums are linear, monotone, and may be exchanged. *)

Lemma Sum_const a b c : Sum a b (fun _ => c) = INR (count a b) * c.
Proof. unfold Sum; induction (count a b) as [|n IH]; [simpl; lra|rewrite S_INR; simpl; lra]. Qed.
Lemma Sum_no_term a b F : count a b = O -> Sum a b F = 0.
Proof. intros H; unfold Sum; rewrite H; reflexivity. Qed.
Lemma Sum_le a b F G : (forall k, range k a b -> F k <= G k) -> Sum a b F <= Sum a b G.
Proof. intros H; apply (Sum_ind2 (fun s t => s <= t)); [lra|intros k s t Hk; specialize (H k Hk); lra]. Qed.
Lemma Sum_nonneg a b F : (forall k, range k a b -> 0 <= F k) -> 0 <= Sum a b F.
Proof. intros H; apply (Sum_ind (fun s => 0 <= s)); [lra|intros k s Hk; specialize (H k Hk); lra]. Qed.

(** A sum is a term of it and the others. *)
Lemma Sum_take a b j F : range j a b -> Sum a b F = F j + Sum a b (upd1 F j 0).
Proof.
  intros H; destruct (first_range j a b H) as (i & Hi & ->); unfold Sum.
  assert (K : forall n f g, (forall l, l <> i -> f l = g l) -> g i = 0 ->
            sum_first n f = (if lt_dec (INR i) (INR n) then f i else 0) + sum_first n g).
  { intros n f g E Z; induction n as [|n IH]; simpl sum_first.
    - destruct (lt_dec (INR i) (INR 0)) as [L|L]; [apply INR_lt in L; lia|lra].
    - rewrite IH; destruct (Nat.eq_dec n i) as [->|N].
      + rewrite Z; destruct (lt_dec (INR i) (INR i)) as [L|_]; [lra|].
        destruct (lt_dec (INR i) (INR (S i))) as [_|L]; [lra|rewrite S_INR in L; lra].
      + rewrite (E n N); destruct (lt_dec (INR i) (INR n)) as [L|L], (lt_dec (INR i) (INR (S n))) as [M|M]; try lra.
        * rewrite S_INR in M; lra.
        * apply INR_le in L; apply INR_lt in M; lia. }
  rewrite (K _ _ (fun l => upd1 F (first a + INR i) 0 (first a + INR l))).
  - destruct (lt_dec (INR i) (INR (count a b))) as [_|L]; [reflexivity|apply INR_le in L; lia].
  - intros l N; unfold upd1; destruct (eq_dec (first a + INR l) (first a + INR i)) as [E|_]; [|reflexivity].
    elim N; exact (first_inj a l i E).
  - apply upd1_at.
Qed.
Lemma upd1_nonneg a b j F : (forall k, range k a b -> 0 <= F k) -> forall k, range k a b -> 0 <= upd1 F j 0 k.
Proof. intros H k Hk; unfold upd1; destruct (eq_dec k j); [lra|apply H, Hk]. Qed.
Lemma term_le_Sum a b j F : range j a b -> (forall k, range k a b -> 0 <= F k) -> F j <= Sum a b F.
Proof.
  intros Hj H; rewrite (Sum_take a b j F Hj); pose proof (Sum_nonneg a b _ (upd1_nonneg a b j F H)); lra.
Qed.
Lemma Sum_pos a b j F : range j a b -> 0 < F j -> (forall k, range k a b -> 0 <= F k) -> 0 < Sum a b F.
Proof. intros Hj P H; pose proof (term_le_Sum a b j F Hj H); lra. Qed.
Lemma Sum_pos_term a b F : 0 < Sum a b F -> exists j, range j a b /\ 0 < F j.
Proof.
  intros H; apply NNPP; intros N.
  assert (L : Sum a b F <= Sum a b (fun _ => 0)).
  { apply Sum_le; intros k Hk; apply Rnot_lt_le; intros P; apply N; exists k; auto. }
  rewrite Sum_const in L; lra.
Qed.

Lemma positive_mean a b P X : (forall k, range k a b -> 0 <= P k) -> Sum a b P = 1 ->
  (forall k, range k a b -> 0 < X k) -> 0 < Sum a b (fun k => P k * X k).
Proof.
  intros HP H1 HX; destruct (Sum_pos_term a b P) as (j & Hj & Pj); [lra|].
  apply (Sum_pos a b j _ Hj); [apply Rmult_lt_0_compat; auto|].
  intros k Hk; apply Rmult_le_pos; [|apply Rlt_le]; auto.
Qed.
(** Where G exceeds F by at least what P exceeds Q, and Q sums to no more than P. *)
Lemma Sum_le_of_gap a b F G Q P : Sum a b Q <= Sum a b P ->
  (forall k, range k a b -> F k + P k <= G k + Q k) -> Sum a b F <= Sum a b G.
Proof. intros H K; apply Sum_le in K; rewrite !Sum_plus in K; lra. Qed.
Lemma Prod_zero a b j F : range j a b -> F j = 0 -> Prod a b F = 0.
Proof.
  intros Hj Z; destruct (first_range j a b Hj) as (i & Hi & ->); unfold Prod.
  induction (count a b) as [|n IH]; [lia|simpl].
  destruct (Nat.eq_dec i n) as [->|N]; [rewrite Z; ring|rewrite IH by lia; ring].
Qed.

(** How many whole numbers lie between a and b. *)
Lemma count_le a b : a <= b + 1 -> INR (count a b) <= b - a + 1.
Proof.
  intros H; unfold count; destruct (base_Int_part b) as [Hb _], (base_Int_part (- a)) as [Ha _].
  rewrite INR_IZR_INZ; destruct (Z_le_gt_dec 0 (Int_part b + Int_part (- a) + 1)) as [L|L].
  - rewrite Z2Nat.id by exact L; rewrite !plus_IZR; lra.
  - replace (Z.to_nat (Int_part b + Int_part (- a) + 1)) with O by lia; simpl; lra.
Qed.
Lemma count_of_whole a b : is_int a -> is_int b -> a <= b + 1 -> INR (count a b) = b - a + 1.
Proof.
  intros [x ->] [y ->] H; rewrite count_int, INR_IZR_INZ.
  rewrite <- plus_IZR in H; apply le_IZR in H; rewrite Z2Nat.id by lia.
  rewrite plus_IZR, minus_IZR; reflexivity.
Qed.
Lemma range_left a b : is_int a -> a <= b -> range a a b.
Proof. intros I H; split; [exact I|lra]. Qed.
Lemma range_inhabited a b : count a b <> O -> exists k, range k a b.
Proof. intros H; exists (first a + INR 0); apply range_first; lia. Qed.

(** A maximum is one of the values, and none is larger; that determines it. *)
Lemma Max_ub a b j F : range j a b -> F j <= Max a b F.
Proof.
  intros H; destruct (first_range j a b H) as (i & Hi & ->); unfold Max.
  set (f := fun i => F (first a + INR i)); change (f i <= max_first (count a b) f); clearbody f.
  induction (count a b) as [|n IH]; [lia|].
  destruct n as [|n]; [replace i with O by lia; simpl; lra|].
  change (f i <= Rmax (max_first (S n) f) (f (S n))).
  destruct (Nat.eq_dec i (S n)) as [->|N]; [apply Rmax_r|].
  apply Rle_trans with (2 := Rmax_l _ _); apply IH; lia.
Qed.
Lemma Max_attained a b F : count a b <> O -> exists j, range j a b /\ Max a b F = F j.
Proof.
  intros H; unfold Max; set (f := fun i => F (first a + INR i)).
  assert (K : exists i, (i < count a b)%nat /\ max_first (count a b) f = f i).
  { clearbody f; induction (count a b) as [|n IH]; [lia|].
    destruct n as [|n]; [exists O; split; [lia|reflexivity]|].
    change (exists i, (i < S (S n))%nat /\ Rmax (max_first (S n) f) (f (S n)) = f i).
    apply Rmax_case; [|exists (S n); split; [lia|reflexivity]].
    destruct IH as (i & Hi & E); [lia|exists i; split; [lia|exact E]]. }
  destruct K as (i & Hi & E); exists (first a + INR i); split; [apply range_first, Hi|exact E].
Qed.
Lemma Max_attained_whole a b F : is_int a -> a <= b -> exists j, range j a b /\ Max a b F = F j.
Proof. intros I H; apply Max_attained; pose proof (count_pos a b I H); lia. Qed.
Lemma Max_is a b F m : (exists j, range j a b /\ F j = m) -> (forall k, range k a b -> F k <= m) -> Max a b F = m.
Proof.
  intros (j & Hj & E) H; apply Rle_antisym; [|rewrite <- E; apply Max_ub, Hj].
  destruct (Max_attained a b F) as (i & Hi & ->); [|apply H, Hi].
  intros Z; exact (proj1 (count_0 a b) Z j Hj).
Qed.
(** The maximum of the values after a monotone function. *)
Lemma Max_monotone a b F (f : R -> R) : is_int a -> a <= b ->
  (forall j k, range j a b -> range k a b -> F j <= F k -> f (F j) <= f (F k)) ->
  Max a b (fun k => f (F k)) = f (Max a b F).
Proof.
  intros I H M; destruct (Max_attained_whole a b F I H) as (j & Hj & E); rewrite E; apply Max_is.
  - exists j; auto.
  - intros k Hk; apply M; [exact Hk|exact Hj|rewrite <- E; apply Max_ub, Hk].
Qed.
Lemma Min_opp a b F : Min a b F = - Max a b (fun k => - F k).
Proof.
  unfold Min, Max; induction (count a b) as [|n IH]; [simpl; lra|].
  destruct n as [|n]; [simpl; lra|].
  change (Rmin (min_first (S n) (fun i => F (first a + INR i))) (F (first a + INR (S n))) =
          - Rmax (max_first (S n) (fun i => - F (first a + INR i))) (- F (first a + INR (S n)))).
  rewrite IH, Ropp_Rmax, Ropp_involutive; reflexivity.
Qed.
Lemma Min_lb a b j F : range j a b -> Min a b F <= F j.
Proof. intros H; rewrite Min_opp; pose proof (Max_ub a b j (fun k => - F k) H); simpl in *; lra. Qed.

(** Powers. *)

Lemma powerRZ_nonneg x z : 0 <= x -> (0 <= z)%Z -> 0 <= powerRZ x z.
Proof. intros H Hz; destruct z; simpl; [lra|apply pow_le, H|lia]. Qed.

(** Logarithm and exponential. *)
Lemma exp_tangent_at u v : exp v * (1 + u - v) <= exp u.
Proof.
  replace (exp u) with (exp v * exp (u - v)) by (rewrite <- exp_plus; f_equal; lra).
  apply Rmult_le_compat_l; [apply Rlt_le, exp_pos|]; pose proof (exp_ineq1_le (u - v)); lra.
Qed.
Lemma exp_le u v : u <= v -> exp u <= exp v.
Proof. intros [H| ->]; [apply Rlt_le, exp_increasing, H|apply Rle_refl]. Qed.
Lemma ln_tangent u : 0 < u -> ln u <= u - 1.
Proof. intros H; pose proof (exp_ineq1_le (ln u)) as T; rewrite exp_ln in T by exact H; lra. Qed.
Lemma ln_tangent_below u : 0 < u -> 1 - 1 / u <= ln u.
Proof.
  intros H; pose proof (ln_tangent (/ u) (Rinv_0_lt_compat _ H)) as T; rewrite ln_Rinv in T by exact H.
  unfold Rdiv; lra.
Qed.
Lemma exp_minus_ln u v : 0 < v -> exp (u - ln v) = exp u * / v.
Proof. intros H; unfold Rminus; rewrite exp_plus, exp_Ropp, exp_ln by exact H; reflexivity. Qed.
Lemma ln_0 : ln 0 = 0.
Proof. unfold ln; destruct (Rlt_dec 0 0) as [L|_]; [elim (Rlt_irrefl 0 L)|reflexivity]. Qed.
Lemma ln_monotone u v : 0 < u -> u <= v -> ln u <= ln v.
Proof. intros H [L| ->]; [apply Rlt_le, ln_increasing; assumption|apply Rle_refl]. Qed.
Lemma exp_convex t x y : 0 <= t -> t <= 1 -> exp (t * x + (1 - t) * y) <= t * exp x + (1 - t) * exp y.
Proof.
  intros H0 H1; set (m := t * x + (1 - t) * y).
  pose proof (Rmult_le_compat_l t _ _ H0 (exp_tangent_at x m)).
  assert (H2 : 0 <= 1 - t) by lra; pose proof (Rmult_le_compat_l (1 - t) _ _ H2 (exp_tangent_at y m)).
  replace (exp m) with (t * (exp m * (1 + x - m)) + (1 - t) * (exp m * (1 + y - m))) by (unfold m; ring); lra.
Qed.
Lemma nonpos_mul u v : 0 <= u -> v <= 0 -> u * v <= 0.
Proof. intros Hu Hv; apply (Rmult_le_compat_l u) in Hv; lra. Qed.

(** Cauchy's inequality, with weights. *)
Lemma quadratic_form A B C : (forall x y, 0 <= A * (x * x) + 2 * (B * (x * y)) + C * (y * y)) -> B * B <= A * C.
Proof.
  intros H; pose proof (H 1 0); pose proof (H 0 1); pose proof (H 1 1); pose proof (H 1 (-1)).
  destruct (Rle_lt_or_eq_dec 0 A) as [P|Z]; [lra| |].
  - apply Rmult_le_reg_l with (1 := P); pose proof (H B (- A)); lra.
  - destruct (Rle_lt_or_eq_dec 0 C) as [P|Z']; [lra| |].
    + apply Rmult_le_reg_l with (1 := P); pose proof (H C (- B)); lra.
    + assert (B = 0) by lra; subst; lra.
Qed.
Lemma weighted_cauchy a b W F G : (forall k, range k a b -> 0 <= W k) ->
  Sum a b (fun k => W k * (F k * G k)) * Sum a b (fun k => W k * (F k * G k)) <=
  Sum a b (fun k => W k * (F k * F k)) * Sum a b (fun k => W k * (G k * G k)).
Proof.
  intros H; apply quadratic_form; intros x y.
  replace (_ + _ + _) with (Sum a b (fun k => W k * ((x * F k + y * G k) * (x * F k + y * G k)))).
  - apply Sum_nonneg; intros k Hk; apply Rmult_le_pos; [apply H, Hk|apply Rle_0_sqr].
  - clear H; unfold Sum; induction (count a b); simpl; [lra|rewrite IHn; ring].
Qed.

(** Numbers that are their own squares. *)
Lemma zero_or_one u : u * u = u -> u = 0 \/ u = 1.
Proof. intros H; assert (E : u * (u - 1) = 0) by lra; apply Rmult_integral in E; lra. Qed.
(** Weights 0 or 1 that sum to 1 select one value. *)
Lemma selected a b P : (forall k, range k a b -> P k * P k = P k) -> Sum a b P = 1 ->
  exists j, forall X, Sum a b (fun k => P k * X k) = X j.
Proof.
  intros H H1; destruct (Sum_pos_term a b P) as (j & Hj & Pj); [lra|].
  assert (E : P j = 1) by (destruct (zero_or_one _ (H j Hj)); lra).
  assert (N : forall k, range k a b -> 0 <= P k) by (intros k Hk; destruct (zero_or_one _ (H k Hk)); lra).
  exists j; intros X; rewrite (Sum_take a b j _ Hj), E.
  rewrite (in_Sum a b _ (fun _ => 0)); [rewrite Sum_const; lra|].
  intros k Hk; unfold upd1; destruct (eq_dec k j) as [_|D]; [reflexivity|].
  pose proof (term_le_Sum a b k _ Hk (upd1_nonneg a b j P N)) as L.
  rewrite (Sum_take a b j P Hj), E in H1; unfold upd1 in L at 1; destruct (eq_dec k j); [contradiction|].
  replace (P k) with 0 by (pose proof (N k Hk); lra); ring.
Qed.

(** Decisions one by one; and [fun k => F k] is F. *)
Ltac decide_cases := repeat (match goal with |- context [if ?d then _ else _] => destruct d end).
Ltac eta := repeat match goal with
  | |- context [fun k : R => ?F k] => change (fun k : R => F k) with F
  | H : context [fun k : R => ?F k] |- _ => change (fun k : R => F k) with F in H end.

(** * 10. The rules of order, inequalities and maxima *)

(** ** order *)

Lemma r_ne_of_less :
  forall (u v : R), u < v -> u <> v.
Proof. intros; lra. Qed.
Lemma r_ne_of_greater :
  forall (u v : R), v < u -> u <> v.
Proof. intros; lra. Qed.
Lemma r_le_of_less :
  forall (u v : R), u < v -> u <= v.
Proof. intros; lra. Qed.
Lemma r_log_injective :
  forall (u v : R), 0 < u -> 0 < v -> (ln u) = (ln v) -> u = v.
Proof. intros u v; apply ln_inv. Qed.
Lemma r_idempotent_range :
  forall (u : R), range u 0 1 -> (u * u) = u.
Proof.
  intros u [[z ->] [H0 H1]]; apply le_IZR in H0; apply le_IZR in H1.
  assert (E : (z = 0 \/ z = 1)%Z) by lia; destruct E as [-> | ->]; lra.
Qed.
Lemma r_eq_of_le :
  forall (u v : R), u <= v -> v <= u -> u = v.
Proof. intros; lra. Qed.
Lemma r_lt_of_le_ne :
  forall (u v : R), u <= v -> u <> v -> u < v.
Proof. intros; lra. Qed.
Lemma r_positive_pi :
  0 < PI.
Proof. exact PI_RGT_0. Qed.
Lemma r_positive_exp :
  forall (u : R), 0 < (exp u).
Proof. exact exp_pos. Qed.
Lemma r_positive_add :
  forall (u v : R), 0 < u -> 0 <= v -> 0 < (u + v).
Proof. intros; lra. Qed.
Lemma r_positive_add_right :
  forall (u v : R), 0 <= u -> 0 < v -> 0 < (u + v).
Proof. intros; lra. Qed.
Lemma r_nonneg_add :
  forall (u v : R), 0 <= u -> 0 <= v -> 0 <= (u + v).
Proof. intros; lra. Qed.
Lemma r_positive_mul :
  forall (u v : R), 0 < u -> 0 < v -> 0 < (u * v).
Proof. exact Rmult_lt_0_compat. Qed.
Lemma r_nonneg_mul :
  forall (u v : R), 0 <= u -> 0 <= v -> 0 <= (u * v).
Proof. exact Rmult_le_pos. Qed.
Lemma r_positive_div :
  forall (u v : R), 0 < u -> 0 < v -> 0 < (u / v).
Proof. exact Rdiv_lt_0_compat. Qed.
Lemma r_nonneg_div :
  forall (u v : R), 0 <= u -> 0 < v -> 0 <= (u / v).
Proof. exact Rdiv_le_0_compat. Qed.
Lemma r_positive_pow :
  forall (u v : R), 0 < u -> 0 < (Pow u v).
Proof. exact Pow_pos. Qed.
Lemma r_nonneg_pow :
  forall (u v : R), 0 <= u -> 0 <= v -> 0 <= (Pow u v).
Proof.
  intros u v Hu Hv; unfold Pow; destruct (int_dec v) as [[z ->]|_].
  - rewrite Int_part_IZR; apply powerRZ_nonneg; [exact Hu|apply le_IZR, Hv].
  - destruct (eq_dec u 0); [lra|apply Rlt_le, exp_pos].
Qed.
Lemma r_nonneg_square :
  forall (u : R), 0 <= (Pow u 2).
Proof. intros u; rewrite Pow_2; apply Rle_0_sqr. Qed.
Lemma r_nonneg_times_itself :
  forall (u : R), 0 <= (u * u).
Proof. exact Rle_0_sqr. Qed.
Lemma r_positive_square :
  forall (u : R), u <> 0 -> 0 < (Pow u 2).
Proof. intros u; rewrite Pow_2; exact (Rlt_0_sqr u). Qed.
Lemma r_positive_sqrt :
  forall (u : R), 0 < u -> 0 < (sqrt u).
Proof. exact sqrt_lt_R0. Qed.
Lemma r_nonneg_sqrt :
  forall (u : R), 0 <= u -> 0 <= (sqrt u).
Proof. intros u _; apply sqrt_pos. Qed.
Lemma r_nonneg_abs :
  forall (u : R), 0 <= (Rabs u).
Proof. exact Rabs_pos. Qed.
Lemma r_positive_abs :
  forall (u : R), u <> 0 -> 0 < (Rabs u).
Proof. exact Rabs_pos_lt. Qed.
Lemma r_positive_sigmoid :
  forall (u : R), 0 < (sigmoid u).
Proof. intros u; unfold sigmoid; pose proof (exp_pos (- u)); apply Rdiv_lt_0_compat; lra. Qed.
Lemma r_sigmoid_below_one :
  forall (u : R), (sigmoid u) < 1.
Proof. intros u; unfold sigmoid; pose proof (exp_pos (- u)); apply Rlt_div_l; lra. Qed.
Lemma r_positive_softplus :
  forall (u : R), 0 < (softplus u).
Proof. intros u; unfold softplus; pose proof (exp_pos u); rewrite <- ln_1; apply ln_increasing; lra. Qed.
Lemma r_nonneg_relu :
  forall (u : R), 0 <= (relu u).
Proof. intros u; apply Rmax_l. Qed.
Lemma r_tanh_above :
  forall (u : R), (- (1)) < (tanh u).
Proof. intros u; unfold tanh, sinh, cosh; pose proof (exp_pos u); pose proof (exp_pos (- u)); apply Rlt_div_r; lra. Qed.
Lemma r_tanh_below :
  forall (u : R), (tanh u) < 1.
Proof. intros u; unfold tanh, sinh, cosh; pose proof (exp_pos u); pose proof (exp_pos (- u)); apply Rlt_div_l; lra. Qed.
Lemma r_positive_log :
  forall (u : R), 1 < u -> 0 < (ln u).
Proof. intros u H; rewrite <- ln_1; apply ln_increasing; lra. Qed.
Lemma r_nonneg_log :
  forall (u : R), 1 <= u -> 0 <= (ln u).
Proof. intros u H; rewrite <- ln_1; apply ln_monotone; lra. Qed.
Lemma r_log_nonpos :
  forall (u : R), 0 < u -> u <= 1 -> (ln u) <= 0.
Proof. intros u H H1; rewrite <- ln_1; apply ln_monotone; lra. Qed.
Lemma r_log_negative :
  forall (u : R), 0 < u -> u < 1 -> (ln u) < 0.
Proof. intros u H H1; rewrite <- ln_1; apply ln_increasing; lra. Qed.
Lemma r_exp_at_most_one :
  forall (u : R), u <= 0 -> (exp u) <= 1.
Proof. intros u H; rewrite <- exp_0; apply exp_le, H. Qed.
Lemma r_exp_above_one :
  forall (u : R), 0 < u -> 1 < (exp u).
Proof. intros u H; rewrite <- exp_0; apply exp_increasing, H. Qed.
Lemma r_exp_below_one :
  forall (u : R), u < 0 -> (exp u) < 1.
Proof. intros u H; rewrite <- exp_0; apply exp_increasing, H. Qed.
Lemma r_positive_exp_difference :
  forall (u v : R), v < u -> 0 < ((exp u) - (exp v)).
Proof. intros u v H; pose proof (exp_increasing v u H); lra. Qed.
Lemma r_negative_mul :
  forall (u v : R), 0 < u -> v < 0 -> (u * v) < 0.
Proof. intros u v Hu Hv; nra. Qed.
Lemma r_positive_factorial :
  forall (u : R), is_int u -> 0 <= u -> 0 < (Fact u).
Proof. intros u _ _; apply INR_fact_lt_0. Qed.
Lemma r_positive_sum :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Sum a b (fun k => F k)).
Proof.
  intros a b F I H P; apply (Sum_pos a b a);
  [apply range_left; assumption|apply P, range_left; assumption|intros k Hk; apply Rlt_le, P, Hk].
Qed.
Lemma r_nonneg_sum :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> 0 <= (F k)) -> 0 <= (Sum a b (fun k => F k)).
Proof. exact Sum_nonneg. Qed.
Lemma r_positive_prod :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> 0 < (F k)) -> 0 < (Prod a b (fun k => F k)).
Proof. intros a b F H; apply (Prod_ind (fun p => 0 < p)); [lra|intros k p Hk Hp; apply Rmult_lt_0_compat; auto]. Qed.
Lemma r_nonneg_prod :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> 0 <= (F k)) -> 0 <= (Prod a b (fun k => F k)).
Proof. intros a b F H; apply (Prod_ind (fun p => 0 <= p)); [lra|intros k p Hk Hp; apply Rmult_le_pos; auto]. Qed.
Lemma r_le_max :
  forall (a b j : R) (F : R -> R), range j a b -> (F j) <= (Max a b (fun k => F k)).
Proof. intros a b j F; apply Max_ub. Qed.
Lemma r_min_le :
  forall (a b j : R) (F : R -> R), range j a b -> (Min a b (fun k => F k)) <= (F j).
Proof. intros a b j F; apply Min_lb. Qed.
Lemma r_max_le :
  forall (a b u : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> (F k) <= u) -> (Max a b (fun k => F k)) <= u.
Proof. intros a b u F I H L; eta; destruct (Max_attained_whole a b F I H) as (j & Hj & ->); apply L, Hj. Qed.
Lemma r_le_maximum_left :
  forall (u v : R), u <= (Rmax u v).
Proof. exact Rmax_l. Qed.
Lemma r_le_maximum_right :
  forall (u v : R), v <= (Rmax u v).
Proof. exact Rmax_r. Qed.
Lemma r_positive_max :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> 0 < (F k)) -> 0 < (Max a b (fun k => F k)).
Proof. intros a b F I H L; eta; destruct (Max_attained_whole a b F I H) as (j & Hj & ->); apply L, Hj. Qed.
Lemma r_nonneg_delta :
  forall (i j : R), 0 <= (delta i j).
Proof. intros; unfold delta; decide_cases; lra. Qed.
Lemma r_delta_at_most_one :
  forall (i j : R), (delta i j) <= 1.
Proof. intros; unfold delta; decide_cases; lra. Qed.
Lemma r_nonneg_bracket_eq :
  forall (u v : R), 0 <= (bracket (eq_dec u v)).
Proof. intros; unfold bracket; decide_cases; lra. Qed.
Lemma r_nonneg_bracket_le :
  forall (u v : R), 0 <= (bracket (le_dec u v)).
Proof. intros; unfold bracket; decide_cases; lra. Qed.
Lemma r_bracket_le_at_most_one :
  forall (u v : R), (bracket (le_dec u v)) <= 1.
Proof. intros; unfold bracket; decide_cases; lra. Qed.
Lemma r_positive_if_eq :
  forall (i j u v : R), ((i = j) -> (0 < u)) -> ((i <> j) -> (0 < v)) -> 0 < (if (eq_dec i j) then u else v).
Proof. intros; decide_cases; auto. Qed.
Lemma r_positive_if_ne :
  forall (i j u v : R), ((i <> j) -> (0 < u)) -> ((i = j) -> (0 < v)) -> 0 < (if (ne_dec i j) then u else v).
Proof. intros; decide_cases; auto. Qed.
Lemma r_positive_if_le :
  forall (a b u v : R), ((a <= b) -> (0 < u)) -> ((b < a) -> (0 < v)) -> 0 < (if (le_dec a b) then u else v).
Proof. intros; decide_cases; auto. Qed.
Lemma r_positive_if_lt :
  forall (a b u v : R), ((a < b) -> (0 < u)) -> ((b <= a) -> (0 < v)) -> 0 < (if (lt_dec a b) then u else v).
Proof. intros; decide_cases; auto. Qed.
Lemma r_nonzero_mul :
  forall (u v : R), u <> 0 -> v <> 0 -> (u * v) <> 0.
Proof. intros u v Hu Hv; apply Rmult_integral_contrapositive_currified; assumption. Qed.
Lemma r_nonzero_div :
  forall (u v : R), u <> 0 -> v <> 0 -> (u / v) <> 0.
Proof. intros u v Hu Hv; apply Rmult_integral_contrapositive_currified; [exact Hu|apply Rinv_neq_0_compat, Hv]. Qed.
Lemma r_nonzero_sub :
  forall (u v : R), u <> v -> (u - v) <> 0.
Proof. intros; lra. Qed.
Lemma r_ne_of_difference :
  forall (u v : R), (u - v) <> 0 -> u <> v.
Proof. intros; lra. Qed.
Lemma r_nonzero_neg :
  forall (u : R), u <> 0 -> (- u) <> 0.
Proof. intros; lra. Qed.
Lemma r_nonzero_pow :
  forall (u v : R), u <> 0 -> is_int v -> (Pow u v) <> 0.
Proof. intros u v Hu [z ->]; rewrite Pow_IZR; apply powerRZ_NOR, Hu. Qed.
Lemma r_nonzero_prod :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> (F k) <> 0) -> (Prod a b (fun k => F k)) <> 0.
Proof.
  intros a b F H; apply (Prod_ind (fun p => p <> 0));
  [lra|intros k p Hk Hp; apply Rmult_integral_contrapositive_currified; auto].
Qed.
Lemma r_in_range_lower :
  forall (i a b : R), range i a b -> a <= i.
Proof. intros i a b (_ & H & _); exact H. Qed.
Lemma r_in_range_upper :
  forall (i a b : R), range i a b -> i <= b.
Proof. intros i a b (_ & _ & H); exact H. Qed.
Lemma r_in_range_integer :
  forall (i a b : R), range i a b -> is_int i.
Proof. intros i a b (H & _); exact H. Qed.
Lemma r_in_range :
  forall (i a b : R), is_int i -> a <= i -> i <= b -> range i a b.
Proof. intros i a b I Ha Hb; repeat split; assumption. Qed.
Lemma r_not_in_range_below :
  forall (i a b : R), i < a -> ~ (range i a b).
Proof. intros i a b H (_ & Ha & _); lra. Qed.
Lemma r_not_in_range_above :
  forall (i a b : R), b < i -> ~ (range i a b).
Proof. intros i a b H (_ & _ & Hb); lra. Qed.
Lemma r_integer_less :
  forall (u v : R), u < v -> is_int u -> is_int v -> (u + 1) <= v.
Proof. intros u v H Iu Iv; exact (int_lt_le u v Iu Iv H). Qed.
Lemma r_integer_add :
  forall (u v : R), is_int u -> is_int v -> is_int (u + v).
Proof. exact is_int_plus. Qed.
Lemma r_integer_sub :
  forall (u v : R), is_int u -> is_int v -> is_int (u - v).
Proof. exact is_int_minus. Qed.
Lemma r_integer_mul :
  forall (u v : R), is_int u -> is_int v -> is_int (u * v).
Proof. exact is_int_mult. Qed.
Lemma r_integer_neg :
  forall (u : R), is_int u -> is_int (- u).
Proof. exact is_int_opp. Qed.
Lemma r_integer_delta :
  forall (i j : R), is_int (delta i j).
Proof. intros; unfold delta; decide_cases; apply is_int_IZR. Qed.
Lemma r_integer_bracket_eq :
  forall (u v : R), is_int (bracket (eq_dec u v)).
Proof. intros; unfold bracket; decide_cases; apply is_int_IZR. Qed.
Lemma r_integer_bracket_le :
  forall (u v : R), is_int (bracket (le_dec u v)).
Proof. intros; unfold bracket; decide_cases; apply is_int_IZR. Qed.
Lemma r_integer_sum :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> is_int (F k)) -> is_int (Sum a b (fun k => F k)).
Proof. intros a b F H; apply (Sum_ind is_int); [apply is_int_IZR|intros k s Hk Hs; apply is_int_plus; auto]. Qed.
Lemma r_integer_if_eq :
  forall (i j u v : R), ((i = j) -> (is_int u)) -> ((i <> j) -> (is_int v)) -> is_int (if (eq_dec i j) then u else v).
Proof. intros; decide_cases; auto. Qed.

(** ** inequalities *)

Lemma r_log_tangent :
  forall (u : R), 0 < u -> (ln u) <= (u - 1).
Proof. exact ln_tangent. Qed.
Lemma r_log_tangent_below :
  forall (u : R), 0 < u -> (1 - (1 / u)) <= (ln u).
Proof. exact ln_tangent_below. Qed.
Lemma r_exp_tangent :
  forall (u : R), (1 + u) <= (exp u).
Proof. exact exp_ineq1_le. Qed.
Lemma r_gibbs :
  forall (a b : R) (P Q : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (forall k, range k a b -> 0 < (Q k)) -> (Sum a b (fun k => Q k)) <= (Sum a b (fun k => P k)) -> (Sum a b (fun k => (P k) * (ln (Q k)))) <= (Sum a b (fun k => (P k) * (ln (P k)))).
Proof.
  intros a b P Q HP HQ H.
  apply (Sum_le_of_gap a b _ _ Q P H); intros k Hk; specialize (HP k Hk); specialize (HQ k Hk).
  destruct HP as [HP|Z]; [|rewrite <- Z; lra].
  pose proof (ln_tangent (Q k / P k) (Rdiv_lt_0_compat _ _ HQ HP)) as T; rewrite ln_div in T by assumption.
  apply Rmult_le_compat_l with (r := P k) in T; [|lra].
  replace (P k * (Q k / P k - 1)) with (Q k - P k) in T by (field; lra); lra.
Qed.
Lemma r_jensen_log :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (forall k, range k a b -> 0 < (X k)) -> (Sum a b (fun k => P k)) = 1 -> (Sum a b (fun k => (P k) * (ln (X k)))) <= (ln (Sum a b (fun k => (P k) * (X k)))).
Proof.
  intros a b P X HP HX H1; eta; pose proof (positive_mean a b P X HP H1 HX) as M.
  set (m := Sum a b (fun k => P k * X k)) in *.
  apply Rle_trans with (Sum a b (fun k => (ln m - 1) * P k + / m * (P k * X k))).
  - apply Sum_le; intros k Hk; pose proof (ln_tangent (X k / m) (Rdiv_lt_0_compat _ _ (HX k Hk) M)) as T.
    rewrite ln_div in T by auto; apply Rmult_le_compat_l with (r := P k) in T; [unfold Rdiv in T; lra|auto].
  - rewrite Sum_plus, !Sum_mult_l; fold m; rewrite H1, Rinv_l; lra.
Qed.
Lemma r_jensen_exp :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => P k)) = 1 -> (exp (Sum a b (fun k => (P k) * (X k)))) <= (Sum a b (fun k => (P k) * (exp (X k)))).
Proof.
  intros a b P X HP H1; eta; set (m := Sum a b (fun k => P k * X k)).
  apply Rle_trans with (Sum a b (fun k => exp m * (1 - m) * P k + exp m * (P k * X k))).
  - rewrite Sum_plus, !Sum_mult_l, H1; fold m; lra.
  - apply Sum_le; intros k Hk; pose proof (Rmult_le_compat_l (P k) _ _ (HP k Hk) (exp_tangent_at (X k) m)); lra.
Qed.
Lemma r_sum_le :
  forall (a b : R) (F G : R -> R), (forall k, range k a b -> (F k) <= (G k)) -> (Sum a b (fun k => F k)) <= (Sum a b (fun k => G k)).
Proof. exact Sum_le. Qed.
Lemma r_max_in_sum :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (exp (Max a b (fun k => F k))) <= (Sum a b (fun k => exp (F k))).
Proof.
  intros a b F I H; eta; destruct (Max_attained_whole a b F I H) as (j & Hj & ->).
  apply (term_le_Sum a b j (fun k => exp (F k)) Hj); intros k _; apply Rlt_le, exp_pos.
Qed.
Lemma r_sum_below_max :
  forall (a b : R) (F : R -> R), a <= b -> (Sum a b (fun k => exp (F k))) <= (((b - a) + 1) * (exp (Max a b (fun k => F k)))).
Proof.
  intros a b F H; apply Rle_trans with (Sum a b (fun _ => exp (Max a b F))).
  - apply Sum_le; intros k Hk; apply exp_le, Max_ub, Hk.
  - rewrite Sum_const; apply Rmult_le_compat_r; [apply Rlt_le, exp_pos|apply count_le; lra].
Qed.
Lemma r_div_le :
  forall (u v w : R), 0 < v -> u <= (w * v) -> (u / v) <= w.
Proof. intros u v w Hv H; apply Rle_div_l; assumption. Qed.
Lemma r_le_div :
  forall (u v w : R), 0 < v -> (w * v) <= u -> w <= (u / v).
Proof. intros u v w Hv H; apply Rle_div_r; assumption. Qed.
Lemma r_term_le_sum :
  forall (a b j : R) (F : R -> R), range j a b -> (forall k, range k a b -> 0 <= (F k)) -> (F j) <= (Sum a b (fun k => F k)).
Proof. intros a b j F; apply term_le_Sum. Qed.
Lemma r_scale_le :
  forall (u v w : R), 0 < w -> (w * u) <= (w * v) -> u <= v.
Proof. intros u v w; apply Rmult_le_reg_l. Qed.
Lemma r_nonpos_mul :
  forall (u v : R), 0 <= u -> v <= 0 -> (u * v) <= 0.
Proof. exact nonpos_mul. Qed.
Lemma r_nonpos_sum :
  forall (a b : R) (F : R -> R), (forall k, range k a b -> (F k) <= 0) -> (Sum a b (fun k => F k)) <= 0.
Proof. intros a b F H; apply Rle_trans with (Sum a b (fun _ => 0)); [exact (Sum_le a b F _ H)|rewrite Sum_const; lra]. Qed.
Lemma r_max_term_is_one :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> 1 <= (Sum a b (fun k => exp ((F k) - (Max a b (fun k_1 => F k_1))))).
Proof.
  intros a b F I H; eta; destruct (Max_attained_whole a b F I H) as (j & Hj & E); rewrite E.
  apply Rle_trans with (exp (F j - F j)); [rewrite Rminus_eq_0, exp_0; lra|].
  apply (term_le_Sum a b j (fun k => exp (F k - F j)) Hj); intros k _; apply Rlt_le, exp_pos.
Qed.
Lemma r_log_monotone :
  forall (u v : R), 0 < u -> u <= v -> (ln u) <= (ln v).
Proof. exact ln_monotone. Qed.
Lemma r_exp_monotone :
  forall (u v : R), u <= v -> (exp u) <= (exp v).
Proof. exact exp_le. Qed.
Lemma r_sqrt_monotone :
  forall (u v : R), 0 <= u -> u <= v -> (sqrt u) <= (sqrt v).
Proof. intros u v _; apply sqrt_le_1_alt. Qed.
Lemma r_le_abs :
  forall (u : R), u <= (Rabs u).
Proof. exact Rle_abs. Qed.
Lemma r_neg_le_abs :
  forall (u : R), (- u) <= (Rabs u).
Proof. intros u; rewrite <- Rabs_Ropp; apply Rle_abs. Qed.
Lemma r_triangle :
  forall (u v : R), (Rabs (u + v)) <= ((Rabs u) + (Rabs v)).
Proof. exact Rabs_triang. Qed.
Lemma r_abs_le :
  forall (u v : R), u <= v -> (- u) <= v -> (Rabs u) <= v.
Proof. intros u v H H'; apply Rabs_le; lra. Qed.
Lemma r_maximum_le :
  forall (u v w : R), u <= w -> v <= w -> (Rmax u v) <= w.
Proof. intros u v w; apply Rmax_lub. Qed.
Lemma r_square_difference :
  forall (u v : R), 0 <= (Pow (u - v) 2).
Proof. intros u v; rewrite Pow_2; apply Rle_0_sqr. Qed.
Lemma r_square_sum :
  forall (u v : R), 0 <= (Pow (u + v) 2).
Proof. intros u v; rewrite Pow_2; apply Rle_0_sqr. Qed.
Lemma r_cauchy :
  forall (a b : R) (F G : R -> R), (Pow (Sum a b (fun k => (F k) * (G k))) 2) <= ((Sum a b (fun k => Pow (F k) 2)) * (Sum a b (fun k => Pow (G k) 2))).
Proof.
  intros a b F G; pose proof (weighted_cauchy a b (fun _ => 1) F G (fun _ _ => Rle_0_1)) as H; cbv beta in H.
  rewrite Pow_2; rewrite !Sum_mult_l, !Rmult_1_l in H.
  rewrite (in_Sum a b (fun k => Pow (F k) 2) (fun k => F k * F k)) by (intros; apply Pow_2).
  rewrite (in_Sum a b (fun k => Pow (G k) 2) (fun k => G k * G k)) by (intros; apply Pow_2).
  exact H.
Qed.

(** ** means *)

Lemma r_mul_le_left :
  forall (u v w : R), 0 <= w -> u <= v -> (w * u) <= (w * v).
Proof. intros u v w; apply Rmult_le_compat_l. Qed.
Lemma r_mul_at_most :
  forall (u v : R), 0 <= u -> v <= 1 -> (u * v) <= u.
Proof. intros u v Hu Hv; rewrite <- (Rmult_1_r u) at 2; apply Rmult_le_compat_l; assumption. Qed.
Lemma r_weighted_log_tangent :
  forall (u w : R), 0 <= w -> 0 < u -> (w * (ln u)) <= (w * (u - 1)).
Proof. intros u w Hw Hu; apply Rmult_le_compat_l; [exact Hw|apply ln_tangent, Hu]. Qed.
Lemma r_number_log_number :
  forall (u : R), 0 <= u -> u <= 1 -> (u * (ln u)) <= 0.
Proof.
  intros u [H| <-] H1; [|lra].
  apply nonpos_mul; [lra|rewrite <- ln_1; apply ln_monotone; assumption].
Qed.
Lemma r_exp_tangent_at :
  forall (u v : R), ((exp v) * ((1 + u) - v)) <= (exp u).
Proof. exact exp_tangent_at. Qed.
Lemma r_le_of_squares :
  forall (u v : R), 0 <= v -> (Pow u 2) <= (Pow v 2) -> u <= v.
Proof. intros u v Hv H; rewrite !Pow_2 in H; exact (Rsqr_incr_0_var u v H Hv). Qed.
Lemma r_le_of_exponentials :
  forall (u v : R), (exp u) <= (exp v) -> u <= v.
Proof. intros u v H; apply Rnot_lt_le; intros L; apply exp_increasing in L; lra. Qed.
Lemma r_le_of_logarithms :
  forall (u v : R), 0 < v -> (ln u) <= (ln v) -> u <= v.
Proof. intros u v Hv H; apply Rnot_lt_le; intros L; apply ln_increasing in L; [lra|exact Hv]. Qed.
Lemma r_triangle_sum :
  forall (a b : R) (F : R -> R), (Rabs (Sum a b (fun k => F k))) <= (Sum a b (fun k => Rabs (F k))).
Proof.
  intros a b F; apply (Sum_ind2 (fun s t => Rabs s <= t)); [rewrite Rabs_R0; lra|].
  intros k s t _ H; pose proof (Rabs_triang s (F k)); lra.
Qed.
Lemma r_square_of_mean :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Pow (Sum a b (fun k => (P k) * (X k))) 2) <= ((Sum a b (fun k => P k)) * (Sum a b (fun k => (P k) * (Pow (X k) 2)))).
Proof.
  intros a b P X HP; pose proof (weighted_cauchy a b P (fun _ => 1) X HP) as H; eta.
  rewrite Pow_2.
  rewrite (in_Sum a b (fun k => P k * X k) (fun k => P k * (1 * X k))) by (intros; ring).
  rewrite (in_Sum a b P (fun k => P k * (1 * 1))) by (intros; ring).
  rewrite (in_Sum a b (fun k => P k * Pow (X k) 2) (fun k => P k * (X k * X k)))
      by (intros; f_equal; apply Pow_2).
  exact H.
Qed.
Lemma r_log_sum_exp_convex :
  forall (a b t : R) (X Y : R -> R), 0 <= t -> t <= 1 -> (ln (Sum a b (fun k => exp ((t * (X k)) + ((1 - t) * (Y k)))))) <= ((t * (ln (Sum a b (fun k => exp (X k))))) + ((1 - t) * (ln (Sum a b (fun k => exp (Y k)))))).
Proof.
  intros a b t X Y H0 H1; destruct (count a b) as [|n] eqn:N.
  - rewrite !(Sum_no_term a b _ N), ln_0; lra.
  - assert (P : forall Z, 0 < Sum a b (fun k => exp (Z k))).
    { intros Z; destruct (range_inhabited a b) as [j Hj]; [congruence|].
      apply (Sum_pos a b j (fun k => exp (Z k)) Hj); intros; [|apply Rlt_le]; apply exp_pos. }
    set (x := Sum a b (fun k => exp (X k))); set (y := Sum a b (fun k => exp (Y k))).
    set (m := t * ln x + (1 - t) * ln y); rewrite <- (ln_exp m); apply ln_monotone; [exact (P _)|].
    apply Rle_trans with (Sum a b (fun k => exp m * t * / x * exp (X k) + exp m * (1 - t) * / y * exp (Y k))).
    + apply Sum_le; intros k _; pose proof (exp_convex t (X k - ln x) (Y k - ln y) H0 H1) as E.
      apply Rmult_le_compat_l with (r := exp m) in E; [|apply Rlt_le, exp_pos]; rewrite <- exp_plus in E.
      rewrite !exp_minus_ln in E by apply P.
      replace (t * X k + (1 - t) * Y k) with (m + (t * (X k - ln x) + (1 - t) * (Y k - ln y)))
        by (unfold m; ring).
      lra.
    + rewrite Sum_plus, !Sum_mult_l; fold x y.
      right; field; split; apply Rgt_not_eq, P.
Qed.
Lemma r_sum_at_most_max :
  forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int a -> is_int b -> (Sum a b (fun k => F k)) <= (((b - a) + 1) * (Max a b (fun k => F k))).
Proof.
  intros a b F H Ia Ib; rewrite <- (count_of_whole a b Ia Ib H), <- Sum_const.
  apply Sum_le; intros k Hk; apply Max_ub, Hk.
Qed.
Lemma r_sum_at_least_min :
  forall (a b : R) (F : R -> R), a <= (b + 1) -> is_int a -> is_int b -> (((b - a) + 1) * (Min a b (fun k => F k))) <= (Sum a b (fun k => F k)).
Proof.
  intros a b F H Ia Ib; rewrite <- (count_of_whole a b Ia Ib H), <- Sum_const.
  apply Sum_le; intros k Hk; apply Min_lb, Hk.
Qed.
Lemma r_mean_at_most_max :
  forall (a b : R) (P F : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => (P k) * (F k))) <= ((Sum a b (fun k => P k)) * (Max a b (fun k => F k))).
Proof.
  intros a b P F HP; rewrite Rmult_comm, <- Sum_mult_l.
  apply Sum_le; intros k Hk; rewrite Rmult_comm; apply Rmult_le_compat_r; [apply HP, Hk|apply Max_ub, Hk].
Qed.
Lemma r_mean_at_least_min :
  forall (a b : R) (P F : R -> R), (forall k, range k a b -> 0 <= (P k)) -> ((Sum a b (fun k => P k)) * (Min a b (fun k => F k))) <= (Sum a b (fun k => (P k) * (F k))).
Proof.
  intros a b P F HP; rewrite Rmult_comm, <- Sum_mult_l.
  apply Sum_le; intros k Hk; rewrite Rmult_comm; apply Rmult_le_compat_l; [apply HP, Hk|apply Min_lb, Hk].
Qed.
Lemma r_product_at_most_one :
  forall (u v : R), 0 <= u -> u <= 1 -> v <= 1 -> (u * v) <= 1.
Proof. intros u v H0 H1 Hv; apply Rle_trans with (u * 1); [apply Rmult_le_compat_l; assumption|lra]. Qed.
Lemma r_term_less_sum :
  forall (a b j : R) (F : R -> R), range j a b -> a < b -> is_int a -> is_int b -> (forall k, range k a b -> 0 < (F k)) -> (F j) < (Sum a b (fun k => F k)).
Proof.
  intros a b j F Hj H Ia Ib P; eta; rewrite (Sum_take a b j F Hj).
  assert (O : exists i, range i a b /\ i <> j).
  { destruct (Req_dec j a) as [->|N]; [exists b|exists a]; repeat split; auto; lra. }
  destruct O as (i & Hi & N); enough (0 < Sum a b (upd1 F j 0)) by lra.
  apply (Sum_pos a b i _ Hi).
  - unfold upd1; destruct (eq_dec i j); [contradiction|apply P, Hi].
  - apply upd1_nonneg; intros k Hk; apply Rlt_le, P, Hk.
Qed.
Lemma r_div_less :
  forall (u v w : R), 0 < v -> u < (w * v) -> (u / v) < w.
Proof. intros u v w Hv H; apply Rlt_div_l; assumption. Qed.
Lemma r_positive_mean :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> 0 <= (P k)) -> (Sum a b (fun k => P k)) = 1 -> (forall k, range k a b -> 0 < (X k)) -> 0 < (Sum a b (fun k => (P k) * (X k))).
Proof. exact positive_mean. Qed.
Lemma r_min_at_most_max :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (Min a b (fun k => F k)) <= (Max a b (fun k => F k)).
Proof.
  intros a b F I H; pose proof (range_left a b I H) as Ha.
  apply Rle_trans with (F a); [apply Min_lb, Ha|apply Max_ub, Ha].
Qed.

(** ** zero-or-one *)

Lemma r_delta_binary_one :
  forall (u : R), (u * u) = u -> (delta u 1) = u.
Proof. intros u H; destruct (zero_or_one u H) as [-> | ->]; unfold delta; decide_cases; lra. Qed.
Lemma r_delta_one_binary :
  forall (u : R), (u * u) = u -> (delta 1 u) = u.
Proof. intros u H; destruct (zero_or_one u H) as [-> | ->]; unfold delta; decide_cases; lra. Qed.
Lemma r_delta_binary_zero :
  forall (u : R), (u * u) = u -> (delta u 0) = (1 - u).
Proof. intros u H; destruct (zero_or_one u H) as [-> | ->]; unfold delta; decide_cases; lra. Qed.
Lemma r_delta_zero_binary :
  forall (u : R), (u * u) = u -> (delta 0 u) = (1 - u).
Proof. intros u H; destruct (zero_or_one u H) as [-> | ->]; unfold delta; decide_cases; lra. Qed.
Lemma r_idempotent_log :
  forall (u : R), (u * u) = u -> (u * (ln u)) = 0.
Proof. intros u H; destruct (zero_or_one u H) as [-> | ->]; [|rewrite ln_1]; lra. Qed.
Lemma r_weighted_log_div :
  forall (u v w : R), 0 <= u -> 0 < v -> ((u = 0) -> (w = 0)) -> (w * (ln (u / v))) = ((w * (ln u)) - (w * (ln v))).
Proof. intros u v w [Hu|Z] Hv H; [rewrite ln_div by assumption; ring|rewrite (H (eq_sym Z)); ring]. Qed.
Lemma r_weighted_log_mul :
  forall (u v w : R), 0 <= u -> 0 < v -> ((u = 0) -> (w = 0)) -> (w * (ln (u * v))) = ((w * (ln u)) + (w * (ln v))).
Proof. intros u v w [Hu|Z] Hv H; [rewrite ln_mult by assumption; ring|rewrite (H (eq_sym Z)); ring]. Qed.
Lemma r_log_selected :
  forall (a b : R) (P X : R -> R), (forall k, range k a b -> ((P k) * (P k)) = (P k)) -> (Sum a b (fun k => P k)) = 1 -> (forall k, range k a b -> 0 < (X k)) -> (ln (Sum a b (fun k => (P k) * (X k)))) = (Sum a b (fun k => (P k) * (ln (X k)))).
Proof. intros a b P X H H1 _; destruct (selected a b P H H1) as (j & S); rewrite !S; reflexivity. Qed.
Lemma r_numerator_zero :
  forall (u v : R), (u / v) = 0 -> v <> 0 -> u = 0.
Proof. intros u v H Hv; replace u with (u / v * v) by (field; exact Hv); rewrite H; ring. Qed.
Lemma r_defined_zero_log_zero :
  forall (zlz : Prop) (u : R) (u_ok u_zero : Prop) (v : R) (v_ok : Prop), zlz -> u_ok -> v_ok -> 0 <= v -> ((v = 0) -> (u = 0)) -> mul_ok u_ok u_zero (v_ok /\ (log_ok zlz v)) False.
Proof.
  intros zlz u u_ok u_zero v v_ok Hz Hu Hv P _; left; repeat split; [exact Hu|exact Hv|].
  destruct P as [P|P]; [left; exact P|right; auto].
Qed.

(** ** maxima *)

Lemma r_max_const :
  forall (a b u : R), is_int a -> a <= b -> (Max a b (fun k => u)) = u.
Proof. intros a b u I H; apply Max_is; [exists a; split; [apply range_left; assumption|reflexivity]|intros; lra]. Qed.
Lemma r_max_single :
  forall (a : R) (F : R -> R), is_int a -> (Max a a (fun k => F k)) = (F a).
Proof.
  intros a F I; unfold Max; destruct I as [z ->]; rewrite count_int, first_int.
  replace (z - z + 1)%Z with 1%Z by lia; simpl; f_equal; lra.
Qed.
Lemma r_max_split_last :
  forall (a b : R) (F : R -> R), (a + 1) <= b -> is_int b -> (Max a b (fun k => F k)) = (Rmax (Max a (b - 1) (fun k => F k)) (F b)).
Proof.
  intros a b F H Ib; eta; assert (N : count a (b - 1) <> O).
  { intros Z; apply (proj1 (count_0 a (b - 1)) Z (b - 1)); split; [|lra].
    apply is_int_minus; [exact Ib|apply is_int_IZR]. }
  destruct (Max_attained a (b - 1) F N) as (j & (Ij & Ha & Hb) & E); apply Max_is.
  - rewrite E; apply Rmax_case; [exists j|exists b]; repeat split; auto; lra.
  - intros k (Ik & Hka & Hkb); destruct (Req_dec k b) as [->|D]; [apply Rmax_r|].
    apply Rle_trans with (2 := Rmax_l _ _); apply Max_ub; repeat split; [exact Ik|lra|].
    pose proof (int_lt_le k b Ik Ib); lra.
Qed.
Lemma r_max_scale :
  forall (a b u : R) (F : R -> R), is_int a -> a <= b -> 0 <= u -> (Max a b (fun k => u * (F k))) = (u * (Max a b (fun k => F k))).
Proof. intros a b u F I H Hu; apply (Max_monotone a b F (fun x => u * x) I H); intros; apply Rmult_le_compat_l; assumption. Qed.
Lemma r_min_negative :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (Min a b (fun k => F k)) = (- (Max a b (fun k => - (F k)))).
Proof. intros a b F _ _; apply Min_opp. Qed.
Lemma r_max_exp :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (Max a b (fun k => exp (F k))) = (exp (Max a b (fun k => F k))).
Proof. intros a b F I H; apply (Max_monotone a b F exp I H); intros j k _ _; apply exp_le. Qed.
Lemma r_max_log :
  forall (a b : R) (F : R -> R), is_int a -> a <= b -> (forall k, range k a b -> 0 < (F k)) -> (Max a b (fun k => ln (F k))) = (ln (Max a b (fun k => F k))).
Proof. intros a b F I H P; apply (Max_monotone a b F ln I H); intros j k Hj _; apply ln_monotone, P, Hj. Qed.
Lemma r_gram_form :
  forall (a b c d : R) (P : R -> R) (F : R -> R -> R) (G : R -> R), (forall m, range m c d -> 0 <= (P m)) -> 0 <= (Sum a b (fun k => (G k) * (Sum a b (fun l => (G l) * (Sum c d (fun m => ((P m) * (F m k)) * (F m l))))))).
Proof.
  intros a b c d P F G HP.
  set (S m := Sum a b (fun k => G k * F m k)); replace (Sum a b _) with (Sum c d (fun m => P m * (S m * S m))).
  - apply Sum_nonneg; intros m Hm; apply Rmult_le_pos; [apply HP, Hm|apply Rle_0_sqr].
  - symmetry; transitivity (Sum a b (fun k => Sum c d (fun m => P m * S m * (G k * F m k)))).
    + apply in_Sum; intros k _; rewrite <- Sum_mult_l.
      rewrite (in_Sum a b _ (fun l => Sum c d (fun m => G k * (G l * (P m * F m k * F m l)))))
        by (intros; rewrite !Sum_mult_l; reflexivity).
      rewrite Sum_swap; apply in_Sum; intros m _.
      rewrite (in_Sum a b _ (fun l => P m * (G k * F m k) * (G l * F m l))) by (intros; ring).
      rewrite Sum_mult_l; fold (S m); ring.
    + rewrite Sum_swap; apply in_Sum; intros m _; rewrite Sum_mult_l; fold (S m); ring.
Qed.
Lemma r_nonpos_mul_left :
  forall (u v : R), u <= 0 -> 0 <= v -> (u * v) <= 0.
Proof. intros u v Hu Hv; rewrite Rmult_comm; apply nonpos_mul; assumption. Qed.
Lemma r_nonneg_product_of_bounds :
  forall (u v w x : R), u <= v -> w <= x -> 0 <= ((v - u) * (x - w)).
Proof. intros u v w x H H'; apply Rmult_le_pos; lra. Qed.
Lemma r_nonneg_mul_negative :
  forall (u v : R), u <= 0 -> v <= 0 -> 0 <= (u * v).
Proof. intros u v Hu Hv; rewrite <- Rmult_opp_opp; apply Rmult_le_pos; lra. Qed.
Lemma r_nonzero_root :
  forall (u : R), (sqrt u) <> 0 -> u <> 0.
Proof. intros u H Z; apply H; rewrite Z; exact sqrt_0. Qed.
Lemma r_nonzero_abs :
  forall (u : R), (Rabs u) <> 0 -> u <> 0.
Proof. intros u H Z; apply H; rewrite Z; exact Rabs_R0. Qed.
Lemma r_positive_sum_term :
  forall (a b j : R) (F : R -> R), range j a b -> 0 < (F j) -> (forall k, range k a b -> 0 <= (F k)) -> 0 < (Sum a b (fun k => F k)).
Proof. intros a b j F; apply Sum_pos. Qed.
Lemma r_sign_other :
  forall (u : R), (u * u) = 1 -> u <> 1 -> u = (- (1)).
Proof. intros u H N; assert (E : (u - 1) * (u + 1) = 0) by lra; apply Rmult_integral in E; lra. Qed.
Lemma r_binary_other :
  forall (u : R), (u * u) = u -> u <> 0 -> u = 1.
Proof. intros u H N; destruct (zero_or_one u H); [contradiction|assumption]. Qed.
Lemma r_lt_minimum :
  forall (u v w : R), w < u -> w < v -> w < (Rmin u v).
Proof. intros u v w; apply Rmin_glb_lt. Qed.
Lemma r_le_minimum :
  forall (u v w : R), w <= u -> w <= v -> w <= (Rmin u v).
Proof. intros u v w; apply Rmin_glb. Qed.
Lemma r_maximum_lt :
  forall (u v w : R), u < w -> v < w -> (Rmax u v) < w.
Proof. intros u v w; apply Rmax_lub_lt. Qed.
Lemma r_minimum_lt_left :
  forall (u v w : R), u < w -> (Rmin u v) < w.
Proof. intros u v w H; exact (Rle_lt_trans _ _ _ (Rmin_l u v) H). Qed.
Lemma r_minimum_lt_right :
  forall (u v w : R), v < w -> (Rmin u v) < w.
Proof. intros u v w H; exact (Rle_lt_trans _ _ _ (Rmin_r u v) H). Qed.
Lemma r_lt_maximum_left :
  forall (u v w : R), w < u -> w < (Rmax u v).
Proof. intros u v w H; exact (Rlt_le_trans _ _ _ H (Rmax_l u v)). Qed.
Lemma r_lt_maximum_right :
  forall (u v w : R), w < v -> w < (Rmax u v).
Proof. intros u v w H; exact (Rlt_le_trans _ _ _ H (Rmax_r u v)). Qed.
Lemma r_abs_lt :
  forall (u v : R), (- v) < u -> u < v -> (Rabs u) < v.
Proof. intros u v H H'; apply Rabs_def1; lra. Qed.
Lemma r_positive_delta :
  forall (i j : R), i = j -> 0 < (delta i j).
Proof. intros i j H; unfold delta; decide_cases; lra. Qed.
Lemma r_positive_bracket_le :
  forall (u v : R), u <= v -> 0 < (bracket (le_dec u v)).
Proof. intros u v H; unfold bracket; decide_cases; lra. Qed.
Lemma r_positive_bracket_lt :
  forall (u v : R), u < v -> 0 < (bracket (lt_dec u v)).
Proof. intros u v H; unfold bracket; decide_cases; lra. Qed.
Lemma r_nonneg_bracket_lt :
  forall (u v : R), 0 <= (bracket (lt_dec u v)).
Proof. intros; unfold bracket; decide_cases; lra. Qed.
Lemma r_nonneg_bracket_ne :
  forall (u v : R), 0 <= (bracket (ne_dec u v)).
Proof. intros; unfold bracket; decide_cases; lra. Qed.
Lemma r_factor_nonzero :
  forall (a b j : R) (F : R -> R), (Prod a b (fun k => F k)) <> 0 -> range j a b -> (F j) <> 0.
Proof. intros a b j F H Hj Z; apply H, (Prod_zero a b j F Hj Z). Qed.

Lemma r_pow_below_one :
  forall (u v : R), 0 < u -> u < 1 -> 0 < v -> (Pow u v) < 1.
Proof.
  intros u v Hu H1 Hv; rewrite Pow_exp, <- exp_0 by exact Hu; apply exp_increasing.
  assert (ln u < 0) by (rewrite <- ln_1; apply ln_increasing; assumption).
  apply Rlt_le_trans with (v * 0); [apply Rmult_lt_compat_l; assumption|lra].
Qed.
Lemma r_power_monotone :
  forall (u v w : R), 0 <= u -> u <= v -> 0 <= w -> (Pow u w) <= (Pow v w).
Proof.
  intros u v w Hu H Hw; destruct (int_dec w) as [I|I].
  - destruct (is_int_nat w I Hw) as [n ->]; rewrite !Pow_INR; apply pow_incr; split; assumption.
  - destruct (Rle_lt_or_eq_dec 0 u Hu) as [P|<-].
    + rewrite !Pow_exp by lra; apply exp_le, Rmult_le_compat_l; [exact Hw|apply ln_le; assumption].
    + apply Rle_trans with 0.
      * unfold Pow; destruct (int_dec w) as [K|_]; [contradiction|]; destruct (eq_dec 0 0); lra.
      * unfold Pow; destruct (int_dec w) as [K|_]; [contradiction|]; destruct (eq_dec v 0); [lra|apply Rlt_le, exp_pos].
Qed.
Lemma r_odd_power_monotone :
  forall (u v w : R), u <= v -> is_int ((w - 1) / 2) -> 0 < w -> (Pow u w) <= (Pow v w).
Proof.
  intros u v w H I Hw; destruct (Rle_lt_or_eq_dec u v H) as [L| ->]; [|lra].
  apply Rlt_le, Pow_odd_lt; assumption.
Qed.
Lemma r_positive_factor :
  forall (u v : R), 0 <= u -> 0 < (u * v) -> 0 < v.
Proof. intros u v Hu H; destruct (Rlt_le_dec 0 v); [assumption|nra]. Qed.

(** * 11. Tactics of exported proofs *)

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
