// korean_verbs.cc - cuts endings off, and gives the last syllable of the stem its other forms.
//
// A Korean verb is a stem with endings, and stem and ending grow together in one syllable: 바꾸 with 어요 is
// 바꿔요, with ㅂ니다 바꿉니다, with 었다 바꿨다. Pairs of syllables have nothing in common there. So the
// syllable where they meet is taken apart (hangul.h): what an ending put into it, a tail or a contracted
// vowel, is taken off again, which gives the stem, or two that may be it; and from each stem all syllables
// are made that it may end in. The pair that ends in that syllable stands for all of those.
//
// Stems of one syllable (먹다) have no such pair: theirs is the one with the ending's first syllable, of
// which there are a few dozen. Verbs in 하다 and 되다 need no forms, because what says something stands
// before it.
//
// Nouns end like verbs (화면, 광고, 메시지). An ending of one syllable counts only behind two others, and 지
// only if a negation follows; what is made up then is rarely a word that any text has.
#include "search/korean_verbs.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/utf8.h"
#include "search/hangul.h"

namespace signpost {
namespace {

// Letters by their places in a syllable.
enum Vowel : char32_t {
  kA = 0,
  kAe = 1,
  kEo = 4,
  kYeo = 6,
  kO = 8,
  kWa = 9,
  kWae = 10,
  kOe = 11,
  kU = 13,
  kWo = 14,
  kEu = 18,
  kI = 20
};
enum Tail : char32_t { kNoTail = 0, kNieun = 4, kRieul = 8, kMieum = 16, kPieup = 17, kSsangSiot = 20 };
constexpr char32_t kRieulLead = 5;
constexpr char32_t kIeungLead = 11;
constexpr char32_t kHieutLead = 18;

// What stands before an ending.
enum class Before {
  any,
  contracted,  // a vowel that a or eo went into: 해서, 바꿔요
  pieup,       // ㅂ: 합니다
  rieul,       // ㄹ: 할까요
};

struct Ending {
  std::u32string_view text;
  Before before = Before::any;
};

// The longest that fits counts.
constexpr Ending kEndings[] = {{U"다"},
                               {U"고"},
                               {U"기"},
                               {U"는"},
                               {U"게"},
                               {U"면"},
                               {U"며"},
                               {U"던"},
                               {U"지"},
                               {U"는데"},
                               {U"는데요"},
                               {U"는지"},
                               {U"나요"},
                               {U"네요"},
                               {U"지만"},
                               {U"지요"},
                               {U"고요"},
                               {U"려면"},
                               {U"려고"},
                               {U"도록"},
                               {U"거나"},
                               {U"습니다"},
                               {U"습니까"},
                               {U"으면"},
                               {U"으려면"},
                               {U"으려고"},
                               {U"을까요"},
                               {U"을게요"},
                               {U"으니까"},
                               {U"세요"},
                               {U"으세요"},
                               {U"십시오"},
                               {U"으십시오"},
                               {U"어요"},
                               {U"아요"},
                               {U"어서"},
                               {U"아서"},
                               {U"어도"},
                               {U"아도"},
                               {U"어야"},
                               {U"아야"},
                               {U"면서"},
                               {U"더라도"},
                               {U"지않아요"},
                               {U"지않습니다"},
                               {U"지않고"},
                               {U"지못해요"},
                               {U"지마세요"},
                               {U"을래요"},
                               {U"니다", Before::pieup},
                               {U"니까", Before::pieup},
                               {U"까요", Before::rieul},
                               {U"게요", Before::rieul},
                               {U"래요", Before::rieul},
                               {U"요", Before::contracted},
                               {U"서", Before::contracted},
                               {U"도", Before::contracted},
                               {U"야", Before::contracted}};

// That of 보낼, which has no syllable of its own.
constexpr Ending kModifier = {U"", Before::rieul};

// Stems that help other verbs.
constexpr std::u32string_view kAuxiliaries[] = {U"싶", U"않", U"있",   U"없",   U"되",   U"하",   U"같",
                                                U"주", U"말", U"안되", U"안하", U"못하", U"해주", U"알려주"};

// What may stand behind a stem of one syllable, by how that ends.
constexpr std::u32string_view kBehindConsonant = U"다고지기게는던자네니도거나든습어아었았으은을음";
constexpr std::u32string_view kBehindVowel = U"다고지기게는던자네니도거나든면며려서세시신십";
constexpr std::u32string_view kBehindNieun = U"다데지";
constexpr std::u32string_view kBehindRieul = U"까게수때지";
constexpr std::u32string_view kBehindPieup = U"니시";
constexpr std::u32string_view kBehindContracted = U"요서도야주보";
constexpr std::u32string_view kBehindPast = U"다어습는던지고을으";

constexpr std::array<std::string_view, 34> kFunctionSyllables = {
    "안", "못", "수", "것", "거", "게", "걸", "건", "좀", "왜", "더", "잘", "꼭", "또", "및", "등", "할",
    "한", "될", "된", "하", "되", "저", "제", "내", "나", "너", "이", "그", "때", "줄", "데", "바", "곳"};

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view beginning) { return text.starts_with(beginning); });
}

bool fits(const Ending& ending, std::u32string_view word) {
  if (word.size() <= ending.text.size() || !word.ends_with(ending.text)) return false;
  const Syllable last = letters_of_syllable(word[word.size() - ending.text.size() - 1]);
  switch (ending.before) {
    case Before::any:
      return true;
    case Before::pieup:
      return last.tail == kPieup;
    case Before::rieul:
      return last.tail == kRieul;
    case Before::contracted:
      break;
  }
  const bool several = word.size() > ending.text.size() + 1;  // 보내요, but not 개요
  const bool contracted = last.vowel == kWa || last.vowel == kWo || last.vowel == kYeo ||
                          last.vowel == kWae || last.vowel == kEo ||
                          (last.vowel == kAe && (several || last.lead == kHieutLead));
  return last.tail == kNoTail && contracted;
}

const Ending* longest_ending(std::u32string_view word) {
  const Ending* longest = nullptr;
  for (const Ending& ending : kEndings) {
    if (fits(ending, word) && (longest == nullptr || ending.text.size() > longest->text.size()))
      longest = &ending;
  }
  return longest;
}

// The vowels of which this one may be contracted, with a or eo.
std::vector<char32_t> uncontracted(const Syllable& s) {
  switch (s.vowel) {
    case kWa:
      return {kO, kWa};
    case kWo:
      return {kU};
    case kYeo:
      return {kI, kYeo};
    case kWae:
      return {kOe};
    case kEo:
      return {kEu, kEo};
    case kA:
      return {kA, kEu};
    case kAe:
      return {s.lead == kHieutLead ? kA : kAe};
    default:
      return {s.vowel};
  }
}

// The reverse.
std::vector<char32_t> contracted(const Syllable& s) {
  switch (s.vowel) {
    case kO:
      return {kWa};
    case kU:
      return {kWo};
    case kI:
      return {kYeo};
    case kOe:
      return {kWae};
    case kEu:
      return {kEo, kA};
    case kA:
      return {s.lead == kHieutLead ? kAe : kA};
    default:
      return {s.vowel};
  }
}

// What the last syllable of a stem may have been before the ending came.
std::vector<Syllable> stem_syllables(char32_t syllable, const Ending& ending, bool past) {
  const Syllable s = letters_of_syllable(syllable);
  std::vector<Syllable> out;
  if (s.tail == kSsangSiot && !past) {
    for (const char32_t vowel : uncontracted(s)) out.push_back({s.lead, vowel, kNoTail});
    if (s.lead == kIeungLead) out.push_back(s);  // 있
  } else if (ending.before == Before::contracted) {
    for (const char32_t vowel : uncontracted(s)) out.push_back({s.lead, vowel, kNoTail});
  } else if (ending.before == Before::pieup || ending.before == Before::rieul) {
    out = {{s.lead, s.vowel, kNoTail}, {s.lead, s.vowel, kRieul}};
  } else {
    out.push_back(s);
    if (s.tail == kNoTail) out.push_back({s.lead, s.vowel, kRieul});  // 만드는, of 만들다
  }
  return out;
}

// A syllable in which a stem ends in a text, and what may stand behind it.
struct StemForm {
  char32_t syllable;
  std::u32string_view behind;
  bool modifies = false;  // the noun behind it
};

std::vector<StemForm> forms_of(const Syllable& stem) {
  const auto with = [&stem](char32_t vowel, char32_t tail) { return syllable_of({stem.lead, vowel, tail}); };
  std::vector<StemForm> out;
  if (stem.tail != kNoTail) out.push_back({syllable_of(stem), kBehindConsonant});
  if (stem.tail != kNoTail && stem.tail != kRieul && stem.tail != kPieup) return out;
  out.push_back({with(stem.vowel, kNoTail), kBehindVowel});
  if (stem.tail == kPieup) return out;  // 어렵다, 어려워요
  out.push_back({with(stem.vowel, kNieun), kBehindNieun, true});
  out.push_back({with(stem.vowel, kPieup), kBehindPieup});
  if (stem.tail == kRieul) return out;
  out.push_back({with(stem.vowel, kRieul), kBehindRieul, true});
  out.push_back({with(stem.vowel, kMieum), {}, true});
  for (const char32_t vowel : contracted(stem)) {
    out.push_back({with(vowel, kNoTail), kBehindContracted});
    out.push_back({with(vowel, kSsangSiot), kBehindPast});
  }
  return out;
}

void add_form(char32_t first, char32_t second, std::vector<std::string>& out) {
  std::string form;
  append_utf8(form, first);
  append_utf8(form, second);
  if (std::find(out.begin(), out.end(), form) == out.end()) out.push_back(std::move(form));
}

// 고르 is 골라 and 골랐 too, and 눌러 is of 누르.
void add_doubled_rieul(char32_t before, const Syllable& stem, std::vector<std::string>& out) {
  if (stem.lead != kRieulLead || stem.vowel != kEu || stem.tail != kNoTail) return;
  Syllable first = letters_of_syllable(before);
  if (first.tail != kNoTail) return;
  const bool bright = first.vowel == kA || first.vowel == kO;
  first.tail = kRieul;
  for (const char32_t tail : {kNoTail, kSsangSiot})
    add_form(syllable_of(first), syllable_of({kRieulLead, bright ? kA : kEo, tail}), out);
}

class VerbReader {
 public:
  VerbReader(std::u32string word, std::string_view next)
      : word_(std::move(word)),
        negated_(begins_with_any(next, {"않", "못", "마", "말"})),
        wished_(begins_with_any(next, {"싶", "있", "계"})),
        modifies_(begins_with_any(next, {"수", "때", "것", "줄", "거", "게"})) {}

  std::optional<KoreanVerb> read();

 private:
  bool is_certain() const;
  void read_stem();
  void add_forms(bool certain, KoreanVerb& verb) const;

  const std::u32string word_;
  const bool negated_;   // a negation follows
  const bool wished_;    // or what makes a wish or a lasting state of a verb: 바꾸고 싶어요
  const bool modifies_;  // a word follows that stands behind verbs: 보낼 수
  const Ending* ending_ = nullptr;
  size_t stem_ = 0;  // syllables
  bool past_ = false;
  std::vector<Syllable> last_;  // what its last syllable may be
};

void VerbReader::read_stem() {
  stem_ = word_.size() - ending_->text.size();
  const char32_t last = word_[stem_ - 1];
  past_ = stem_ > 1 &&
          (last == U'었' || last == U'았' || last == U'겠' || (last == U'였' && word_[stem_ - 2] == U'하'));
  if (past_) --stem_;
  last_ = stem_syllables(word_[stem_ - 1], *ending_, past_);
}

// Not only by an ending of one syllable, as nouns have them.
bool VerbReader::is_certain() const {
  return word_.size() - stem_ > 1 || ending_->text == U"다" || ending_->before == Before::contracted ||
         ending_ == &kModifier || (ending_->text == U"지" && negated_) || (ending_->text == U"고" && wished_);
}

void VerbReader::add_forms(bool certain, KoreanVerb& verb) const {
  verb.pair = stem_ > 1 ? stem_ - 2 : 0;
  for (const Syllable& last : last_) {
    for (const StemForm& form : forms_of(last)) {
      if (form.modifies && !certain) continue;  // a noun that ends like a verb is in a compound of them
      if (stem_ > 1) add_form(word_[stem_ - 2], form.syllable, verb.forms);
      for (const char32_t behind : stem_ > 1 ? std::u32string_view() : form.behind)
        add_form(form.syllable, behind, verb.forms);
    }
    if (stem_ > 1) add_doubled_rieul(word_[stem_ - 2], last, verb.forms);
  }
  if (stem_ < 2) return;
  // 눌러, of 누르: the stem has lost its tail again.
  const Syllable last = letters_of_syllable(word_[stem_ - 1]);
  Syllable before = letters_of_syllable(word_[stem_ - 2]);
  if (last.lead != kRieulLead || before.tail != kRieul || (last.vowel != kA && last.vowel != kEo)) return;
  before.tail = kNoTail;
  for (const char32_t tail : {kNoTail, kNieun, kRieul, kPieup})
    add_form(syllable_of(before), syllable_of({kRieulLead, kEu, tail}), verb.forms);
}

std::optional<KoreanVerb> VerbReader::read() {
  constexpr size_t kBytes = 3;  // of a syllable
  const bool modifier = modifies_ && letters_of_syllable(word_.back()).tail == kRieul;
  ending_ = modifier ? &kModifier : longest_ending(word_);
  if (ending_ == nullptr) return std::nullopt;
  read_stem();
  const bool certain = is_certain();
  // 여는 is a verb, or 키는 a noun with its particle.
  if (!certain && ((stem_ < 2 && ending_->text != U"는") || ending_->text == U"지")) return std::nullopt;
  KoreanVerb verb;
  verb.certain = certain;
  verb.ending = certain ? (word_.size() - std::max<size_t>(stem_, 2)) * kBytes : 0;
  const std::u32string before = word_.substr(0, stem_ - 1);
  for (const Syllable& last : last_) {
    const std::u32string stem = before + syllable_of(last);
    if (certain &&
        std::find(std::begin(kAuxiliaries), std::end(kAuxiliaries), stem) != std::end(kAuxiliaries)) {
      verb.ending = word_.size() * kBytes;
      return verb;
    }
    if (stem_ > 2 && (stem.back() == U'하' || stem.back() == U'되')) {
      if (certain) verb.ending = (word_.size() - stem_ + 1) * kBytes;
      return verb;
    }
  }
  add_forms(certain, verb);
  return verb;
}

}  // namespace

std::optional<KoreanVerb> read_korean_verb(std::string_view word, std::string_view next) {
  const std::u32string syllables = code_points(word);
  if (syllables.size() < 2 || !std::all_of(syllables.begin(), syllables.end(), is_syllable))
    return std::nullopt;
  return VerbReader(syllables, next).read();
}

bool may_negate(std::string_view pair) {
  constexpr std::u32string_view kNegated = U"되된될됩됨돼됐하한할합함해했";
  const std::u32string syllables = code_points(pair);
  if (syllables.size() != 2 || (syllables[0] != U'안' && syllables[0] != U'못')) return true;
  return kNegated.find(syllables[1]) != std::u32string_view::npos;
}

bool is_korean_function_syllable(std::string_view syllable) {
  return std::find(kFunctionSyllables.begin(), kFunctionSyllables.end(), syllable) !=
         kFunctionSyllables.end();
}

}  // namespace signpost
