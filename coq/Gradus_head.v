(** The vocabulary of exported theorems, and one lemma for each rule of the rule book.

    Every number is a real: sizes and indices too, with the hypothesis that they are whole. So a
    statement says here what it says in Gradus, and a sum over a..b runs over the whole numbers
    between a and b. Where Coq gives a value to what has none (ln 0, 1/0), a theorem has a second
    half that says that no such value is used.

    Chapter 1 is what a reader must know to read a theorem. Chapters 2 to 4 serve proofs. From
    chapter 5 on there is one lemma for each rule; its statement is generated from the rule's data
    and compared with this file by a test. *)
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
    a bracket or delta that is 0. [zlz] says that the context has the convention 0*log(0) = 0. *)
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

