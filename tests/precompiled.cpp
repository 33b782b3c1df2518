// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Empty: precompiled headers belong to a library, and a library has a source.
