// card_image.cc - see card_image.h. The only file that knows Pango (shaping, fonts, lines) and cairo
// (pixels).
#include "indexer/card_image.h"

#include <pango/pangocairo.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/shown_text.h"
#include "content/language.h"
#include "content/text_direction.h"
#include "index/card_picture.h"

namespace signpost {
namespace {

constexpr size_t kMaxTitleBytes = 1'000;  // more never fits
constexpr size_t kMaxSiteBytes = 200;
constexpr int kMaxMarks = 3;  // on one letter: what is written has no more, what is stacked on purpose has
constexpr int kMargin = 84;
constexpr int kTextWidth = static_cast<int>(kCardWidth) - 2 * kMargin;
constexpr int kTitleTop = 84;
constexpr int kTitleHeight = 384;
constexpr int kSiteTop = 512;
constexpr int kSiteSize = 30;
constexpr int kRuleTop = 492;  // of the line above the site's name
constexpr int kRuleHeight = 4;
constexpr int kRuleWidth = 96;
constexpr int kTitleSizes[] = {60, 52, 44};  // pixels
constexpr double kLineSpacing = 0.9;         // of what the font asks for, which is much for CJK
constexpr Rgb kDefaultColor = {0x24, 0x57, 0xd6};

struct Deleter {
  void operator()(PangoLayout* object) const { g_object_unref(object); }
  void operator()(PangoContext* object) const { g_object_unref(object); }
  void operator()(PangoFontDescription* object) const { pango_font_description_free(object); }
  void operator()(PangoAttrList* object) const { pango_attr_list_unref(object); }
  void operator()(PangoLayoutIter* object) const { pango_layout_iter_free(object); }
  void operator()(cairo_surface_t* object) const { cairo_surface_destroy(object); }
  void operator()(cairo_t* object) const { cairo_destroy(object); }
  void operator()(cairo_font_options_t* object) const { cairo_font_options_destroy(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Deleter>;

// Which of the fonts that have all Chinese characters draws them as the language's readers know them; others
// have only Latin letters of it, and what else they need of the system's fonts.
const char* family_of(const std::string& lang) {
  const std::string_view base = base_language(lang);
  if (base == "ko") return "Noto Sans CJK KR, Noto Sans, sans-serif";
  if (lang.find("Hant") != std::string::npos || lang == "zh-TW")
    return "Noto Sans CJK TC, Noto Sans, sans-serif";
  if (lang == "zh-HK") return "Noto Sans CJK HK, Noto Sans, sans-serif";
  if (base == "zh") return "Noto Sans CJK SC, Noto Sans, sans-serif";
  return "Noto Sans CJK JP, Noto Sans, sans-serif";
}

// Of Debian's fonts.
const char* package_with(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(letter, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HANGUL:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
      return "fonts-noto-cjk";
    default:
      return "fonts-noto-core";
  }
}

// At most so many bytes and kMaxMarks marks a letter, in one line, without what turns or hides text.
std::string drawable(const std::string& text, size_t most) {
  const std::string plain = without_bidi_controls(std::string_view(text).substr(0, 16 * most));
  std::string out;
  int marks = 0;
  for (int32_t at = 0; at < static_cast<int32_t>(plain.size()) && out.size() < most;) {
    const int32_t begin = at;
    UChar32 letter;
    U8_NEXT(plain.data(), at, static_cast<int32_t>(plain.size()), letter);
    if (letter < 0) continue;
    const auto type = u_charType(letter);
    const bool is_mark = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
    marks = is_mark ? marks + 1 : 0;
    if (marks > kMaxMarks || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE) continue;
    const bool is_space = type == U_CONTROL_CHAR || u_isUWhiteSpace(letter) != 0;
    if (!is_space) {
      out.append(plain, static_cast<size_t>(begin), static_cast<size_t>(at - begin));
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// Korean breaks between words alone, as its readers expect of titles; Unicode's rules break anywhere.
std::string with_whole_words(const std::string& text) {
  constexpr std::string_view kWordJoiner = "\u2060";
  std::string out;
  bool was_hangul = false;
  for (int32_t at = 0; at < static_cast<int32_t>(text.size());) {
    const int32_t begin = at;
    UChar32 letter;
    U8_NEXT(text.data(), at, static_cast<int32_t>(text.size()), letter);
    const bool is_hangul = letter >= 0xAC00 && letter <= 0xD7A3;
    if (is_hangul && was_hangul) out += kWordJoiner;
    out.append(text, static_cast<size_t>(begin), static_cast<size_t>(at - begin));
    was_hangul = is_hangul;
  }
  return out;
}

Rgb color_of(const std::string& text) {
  const auto is_hex = [](char c) {
    return std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos;
  };
  if ((text.size() != 4 && text.size() != 7) || text[0] != '#' ||
      !std::all_of(text.begin() + 1, text.end(), is_hex))
    return kDefaultColor;
  const size_t digits = text.size() == 7 ? 2 : 1;
  Rgb color{};
  for (size_t i = 0; i < color.size(); ++i) {
    const auto value = static_cast<uint8_t>(std::stoi(text.substr(1 + i * digits, digits), nullptr, 16));
    color[i] = digits == 2 ? value : static_cast<uint8_t>(value * 17);
  }
  return color;
}

// White or black, whichever stands out more (WCAG's contrast ratio).
Rgb color_on(const Rgb& ground) {
  constexpr std::array<double, 3> kShare = {0.2126, 0.7152, 0.0722};
  double luminance = 0;
  for (size_t i = 0; i < ground.size(); ++i) {
    const double value = ground[i] / 255.0;
    luminance += kShare[i] * (value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? Rgb{255, 255, 255} : Rgb{0, 0, 0};
}

class Card {
 public:
  explicit Card(const std::string& lang)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, kCardWidth, kCardHeight)),
        cairo_(cairo_create(surface_.get())),
        context_(pango_cairo_create_context(cairo_.get())),
        lang_(lang),
        is_rtl_(text_direction(lang) == "rtl") {
    // The same pixels whatever a machine's screens want.
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_cairo_context_set_resolution(context_.get(), 96);
    pango_context_set_language(context_.get(), pango_language_from_string(lang.c_str()));
    pango_context_set_base_dir(context_.get(), is_rtl_ ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  }

  // False where nothing of the title can be drawn.
  bool draw_title(std::string title) {
    const Owned<PangoLayout> layout = lay_out_known(title, kTitleSizes[0], PANGO_WEIGHT_BOLD);
    if (title.find_first_not_of(' ') == std::string::npos) return false;
    for (const int size : kTitleSizes) {
      set_size(layout.get(), size, PANGO_WEIGHT_BOLD);
      if (fits(layout.get())) break;
      // The last one too: then it ends where there is no more room.
      if (size == *std::rbegin(kTitleSizes))
        pango_layout_set_height(layout.get(), kTitleHeight * PANGO_SCALE);
    }
    draw(layout.get(), kTitleTop);
    return true;
  }

  void draw_site(std::string site) {
    const Owned<PangoLayout> layout = lay_out_known(site, kSiteSize, PANGO_WEIGHT_NORMAL);
    pango_layout_set_height(layout.get(), -1);  // one line
    draw(layout.get(), kSiteTop);
    const int left = is_rtl_ ? static_cast<int>(kCardWidth) - kMargin - kRuleWidth : kMargin;
    cairo_rectangle(cairo_.get(), left, kRuleTop, kRuleWidth, kRuleHeight);
    cairo_fill(cairo_.get());
  }

  // The package with a font for a letter that no font here has; "" when none is missing.
  const std::string& lacks_font() const { return lacks_font_; }

  CardCoverage picture() {
    cairo_surface_flush(surface_.get());
    return {.bytes = cairo_image_surface_get_data(surface_.get()),
            .stride = static_cast<uint32_t>(cairo_image_surface_get_stride(surface_.get()))};
  }

 private:
  Owned<PangoLayout> lay_out(const std::string& text, int size, PangoWeight weight) {
    Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    pango_layout_set_width(layout.get(), kTextWidth * PANGO_SCALE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_alignment(layout.get(), is_rtl_ ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_height(layout.get(), kLineLimit);
    // A name that is too long for a line has no hyphen of ours in it.
    const Owned<PangoAttrList> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout.get(), attributes.get());
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(kLineSpacing));
    set_size(layout.get(), size, weight);
    return layout;
  }

  // `text` without what no font has.
  Owned<PangoLayout> lay_out_known(std::string& text, int size, PangoWeight weight) {
    Owned<PangoLayout> layout = lay_out(text, size, weight);
    // A mark may be unknown in its turn where its letter went.
    while (remove_unknown(layout.get(), text) && lacks_font_.empty())
      pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    return layout;
  }

  void set_size(PangoLayout* layout, int size, PangoWeight weight) const {
    const Owned<PangoFontDescription> font(pango_font_description_from_string(family_of(lang_)));
    pango_font_description_set_weight(font.get(), weight);
    pango_font_description_set_absolute_size(font.get(), static_cast<double>(size) * PANGO_SCALE);
    pango_layout_set_font_description(layout, font.get());
  }

  static bool fits(PangoLayout* layout) {
    int width = 0;
    int height = 0;
    pango_layout_get_pixel_size(layout, &width, &height);
    return width <= kTextWidth && height <= kTitleHeight && pango_layout_is_ellipsized(layout) == FALSE;
  }

  // False when there are none.
  bool remove_unknown(PangoLayout* layout, std::string& text) {
    if (pango_layout_get_unknown_glyphs_count(layout) == 0) return false;
    std::vector<std::pair<int, int>> unknown;
    const Owned<PangoLayoutIter> iter(pango_layout_get_iter(layout));
    do {
      const PangoLayoutRun* const run = pango_layout_iter_get_run_readonly(iter.get());
      if (run == nullptr) continue;
      for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
        if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
        const int begin = run->item->offset + run->glyphs->log_clusters[i];
        int32_t end = begin;
        UChar32 letter;
        U8_NEXT(text.data(), end, static_cast<int32_t>(text.size()), letter);
        if (u_isalnum(letter) != 0) lacks_font_ = package_with(letter);
        unknown.emplace_back(begin, end);
      }
    } while (pango_layout_iter_next_run(iter.get()) != FALSE);
    std::sort(unknown.begin(), unknown.end());
    unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
    for (auto one = unknown.rbegin(); one != unknown.rend(); ++one)
      text.erase(static_cast<size_t>(one->first), static_cast<size_t>(one->second - one->first));
    // Where a sign stood between two spaces.
    const auto both = [](char left, char right) { return left == ' ' && right == ' '; };
    text.erase(std::unique(text.begin(), text.end(), both), text.end());
    if (text.starts_with(' ')) text.erase(0, 1);
    return !unknown.empty();
  }

  void draw(PangoLayout* layout, int top) {
    cairo_move_to(cairo_.get(), kMargin, top);
    pango_cairo_show_layout(cairo_.get(), layout);
  }

  static constexpr int kLineLimit = -12;  // more lines fit at no size

  const Owned<cairo_surface_t> surface_;
  const Owned<cairo_t> cairo_;
  const Owned<PangoContext> context_;
  const std::string lang_;
  const bool is_rtl_;
  std::string lacks_font_;
};

}  // namespace

DrawnCard draw_card(const CardText& text) {
  Card card(text.lang);
  const std::string title = drawable(text.title, kMaxTitleBytes);
  if (!card.draw_title(base_language(text.lang) == "ko" ? with_whole_words(title) : title))
    return {.packed = "", .lacks_font = card.lacks_font()};
  card.draw_site(drawable(text.site, kMaxSiteBytes));
  if (!card.lacks_font().empty()) return {.packed = "", .lacks_font = card.lacks_font()};
  const Rgb ground = color_of(text.color);
  std::string packed = pack_card(card.picture(), ground, color_on(ground));
  if (packed.size() > kMaxCardBytes) packed.clear();
  return {.packed = std::move(packed), .lacks_font = ""};
}

}  // namespace signpost
