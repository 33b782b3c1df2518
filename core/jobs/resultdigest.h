// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

namespace respool {

// The results of one job in one number, so that a list of them can be told from a changed one.
// SHA-256 over a line for each, in the order of the items: a JSON array without spaces, in UTF-8,
// [item, bytes, code, text, at_ms], and a line feed. In hexadecimal.
QString digestOf(const QList<JobItem> &items);

} // namespace respool
