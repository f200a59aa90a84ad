// key_formats.cc - see key_formats.h.
#include "base/key_formats.h"

#include "base/ascii.h"

namespace signpost {
namespace {

bool is_key_word(char c) { return is_alnum(c) || c == '_'; }
bool is_key_token(char c) { return is_key_word(c) || c == '-'; }
bool is_key_dotted(char c) { return is_key_token(c) || c == '.'; }
bool is_key_capital(char c) { return is_upper(c) || is_digit(c); }
bool is_key_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

constexpr size_t kAnyNumber = 1000;

constexpr KeyFormat kKeyFormats[] = {
    {"AKIA", 20, is_key_capital, 16, 16, "an AWS access key id"},
    {"ASIA", 20, is_key_capital, 16, 16, "an AWS access key id"},
    {"AIza", 30, is_key_token, 35, 35, "a Google API key"},
    {"GOCSPX-", 20, is_key_token, 28, 28, "a Google client secret"},
    {"SG.", 20, is_key_dotted, 60, 80, "a SendGrid API key"},
    {"dckr_pat_", 20, is_key_token, 27, 27, "a Docker Hub token"},
    {"dop_v1_", 20, is_key_hex, 64, 64, "a DigitalOcean token"},
    {"ghp_", 20, is_alnum, 36, 36, "a GitHub token"},
    {"gho_", 20, is_alnum, 36, 36, "a GitHub token"},
    {"ghu_", 20, is_alnum, 36, 36, "a GitHub token"},
    {"ghs_", 20, is_alnum, 36, 36, "a GitHub token"},
    {"ghr_", 20, is_alnum, 36, 76, "a GitHub token"},
    {"github_pat_", 20, is_key_word, 82, 82, "a GitHub token"},
    {"glpat-", 20, is_key_token, 20, 64, "a GitLab token"},
    {"hf_", 20, is_alnum, 34, 34, "a Hugging Face token"},
    {"npm_", 20, is_alnum, 36, 36, "an npm token"},
    {"pypi-AgEIcHlwaS", 20, is_key_token, 50, kAnyNumber, "a PyPI token"},
    {"rk_live_", 16, is_alnum, 24, kAnyNumber, "a Stripe key"},
    {"sk_live_", 16, is_alnum, 24, kAnyNumber, "a Stripe key"},
    {"sk-ant-", 20, is_key_token, 80, kAnyNumber, "an Anthropic API key"},
    {"sk-proj-", 20, is_key_token, 40, kAnyNumber, "an OpenAI API key"},
    {"xoxa-", 15, is_key_token, 30, kAnyNumber, "a Slack token"},
    {"xoxb-", 15, is_key_token, 30, kAnyNumber, "a Slack token"},
    {"xoxp-", 15, is_key_token, 30, kAnyNumber, "a Slack token"},
    {"xoxr-", 15, is_key_token, 30, kAnyNumber, "a Slack token"},
    {"xoxs-", 15, is_key_token, 30, kAnyNumber, "a Slack token"},
    {"sk-", 20},
    {"sk_test_", 16},
    {"pk_live_", 16},
    {"ya29.", 20},
    {"whsec_", 20},
    {"shpat_", 20},
    {"eyJ", 20},  // a JSON Web Token
};

}  // namespace

std::span<const KeyFormat> key_formats() { return kKeyFormats; }

}  // namespace signpost
